/** What a token proves by itself, by the name used in rules: `checksum: 'github'`. */
import type { Rule } from '../types.ts'
import { awsKeyId, awsSession, bedrock } from './proof/aws.ts'
import { discord, slack, telegram } from './proof/chat.ts'
import { bip32, bip38, ripple, tezos, wif } from './proof/check58.ts'
import { presignedUrl, sas } from './proof/expiry.ts'
import { jwk } from './proof/jwk.ts'
import { jwt, mapbox } from './proof/jwt.ts'
import { jks, pkcs12 } from './proof/keystore.ts'
import { basicAuth, urlPassword } from './proof/login.ts'
import { luhn } from './proof/luhn.ts'
import * as marks from './proof/marks.ts'
import { azureCask, azureDevops, azureHis, entra } from './proof/microsoft.ts'
import { cisco7, filezilla, gpp, rclone, wireguard } from './proof/obscured.ts'
import { jfrog, nuget, pypi } from './proof/packages.ts'
import { pem } from './proof/pem.ts'
import { ppk } from './proof/ppk.ts'
import { example, open, type Proof, type Prove } from './proof/proof.ts'
import { isPublished } from './proof/published.ts'
import { ethereum } from './proof/secp256k1.ts'
import { age, ed25519Pair, nats, nostr, stellar } from './proof/seeds.ts'
import * as sums from './proof/sums.ts'

export type { Proof, Prove }

const PROOFS: Readonly<Record<string, Prove>> = {
  github: sums.github,
  'github-fine-grained': sums.githubFineGrained,
  'gitlab-routable': sums.gitlabRoutable,
  atlassian: sums.atlassian,
  'atlassian-data-center': sums.atlassianDataCenter,
  cloudflare: sums.cloudflare,
  grafana: sums.grafana,
  vercel: sums.vercel,
  salad: sums.salad,
  deno: sums.deno,
  apify: sums.apify,
  confluent: sums.confluent,
  zuplo: sums.zuplo,
  supabase: (secret) => sums.supabase(secret),

  'azure-cask': azureCask,
  entra,
  'azure-his': azureHis,
  'azure-devops': azureDevops,

  'aws-key-id': awsKeyId,
  'aws-session': awsSession,
  bedrock,

  jwt,
  mapbox,
  sas,
  'presigned-url': presignedUrl,

  openai: marks.openai,
  groq: marks.groq,
  anthropic: marks.anthropic,
  stripe: marks.stripe,
  sentry: marks.sentry,
  onepassword: marks.onepassword,
  teamcity: marks.teamcity,
  mercury: marks.mercury,
  vault: marks.vault,
  fcm: marks.fcm,
  intercom: marks.intercom,
  clerk: marks.clerk,

  slack,
  discord,
  telegram,

  pem,
  ppk,
  jwk,
  jks,
  pkcs12,

  pypi,
  nuget,
  jfrog,

  'basic-auth': basicAuth,
  'url-password': urlPassword,
  'told-password': urlPassword,

  wif,
  bip32,
  bip38,
  ethereum,
  ripple,
  tezos,
  stellar,
  nats,
  age,
  nostr,
  solana: ed25519Pair,
  'coinbase-cdp': ed25519Pair,

  wireguard,
  rclone,
  cisco7,
  gpp,
  filezilla,
  luhn,
}

/** None of them throws, and all of them recognize examples from public documentation. */
export const CHECKSUMS: Readonly<Record<string, Prove>> = Object.fromEntries(
  Object.entries(PROOFS).map(([name, prove]) => [name, safe(prove)]),
)

function safe(prove: Prove): Prove {
  return (secret, today) => {
    if (isPublished(secret)) return example
    try {
      return prove(secret, today)
    } catch {
      // The decoder met something that no such token contains.
      return open
    }
  }
}

/** The password of a login, wherever it stands. */
export const isLogin = ({ checksum }: Rule) => checksum === 'url-password' || checksum === 'told-password'
