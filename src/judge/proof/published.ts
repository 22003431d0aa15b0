/** Secrets published in documentation and standards, as the first 12 hex digits of their SHA-256, so that none of them is here. */
import { createHash } from 'node:crypto'

/** As it was published, or without what encodings add: padding, the sign after it in a query, `0x`, upper case of hex. */
export function isPublished(secret: string): boolean {
  known ??= new Set(PUBLISHED.flatMap((line) => line.split(' ')))
  return known.has(shortHash(secret)) || known.has(shortHash(plain(secret)))
}

const shortHash = (text: string) => createHash('sha256').update(text, 'latin1').digest('hex').slice(0, 12)

const plain = (secret: string) =>
  /^(?:0x)?[\dA-Fa-f]{16,}$/.test(secret) ? secret.toLowerCase().replace(/^0x/, '') : secret.replace(/[=&]+$/, '')

let known: Set<string> | undefined

const PUBLISHED = [
  // GitHub's and npm's documentation
  '3543c50b0cb9 44f05a069ba8 809481ac9de1 8a01fa5dff78 bc3ae723f57c',
  // AWS, Azurite, the Cosmos DB emulator, Google, Cloudflare, Vercel, Grafana, the Supabase CLI
  '0011cc25eb43 1a5d44a2dca1 2037abcaffb2 3f370c9dd822 5cfd584c958a 76808131d815 78314b11be2e 9705102db0d5 a19f89ab3555',
  'aa6547439583 c6ea27c534f9 c85debb55f2f cb20d34a7add e21b597ba6b9 e4a5542bb7fd e8a0614b6747 82e5aea898f1 f56e323494a6 f5e95c995463',
  // Stripe, Svix, Paddle, Discord, Telegram, SendGrid, Mailgun, Postmark, Dynatrace, Databricks, Meraki and others
  '02091175c1ae 02f7ce3c263f 03f9beb643b1 06456ebb89a2 0b5dd075ccdd 0e9d220616f0 2cafc0970149 2d1f7723aabc 2dd745ff9912',
  '32c2dc15c512 37ab2f62ab86 559fab6733c7 5d712ba728d8 8be5d113c087 96ad2ccd8146 98e12a640de9 9c846fdf0fa8 a4b8b245ab28',
  'a7b2c5ded1e6 af1efb26bd63 b1471f544cee cf4d418ed3de d83a439df5b5 d9c3482af2ba e079a6a139bc f2d6ca165150 fe97449352b1',
  // BIP-32, test vectors 1 to 4
  '00860ac61212 04a564938fd4 2243ae4c7301 38f45b57d43a 42010a606042 4ec7efd0add0 75754388723d 86826de463a4 93e28cee01d3',
  '9d61c593824c ac17da3e1143 bebe65f0e056 c14aca8e6d6b c3e981f8e1c6 e4cd88050076 ed7bfe0ceae8 fa146b83df55',
  // The 20 accounts of Hardhat and Anvil, web3.js's documentation, the key 1
  '0aedba9d586f 0b33e0132123 100546a8b020 28e543d3753f 38e69fdd19ae 4a67d7a0d8a1 4d3e46eec824 5330d388af89 64034b44c579',
  '8335c5533482 84bc109b3d59 85bde548053a 95e82a7ebb03 967f21586cdf a2e06155cb1a b08bdfde9930 b26ab6529d20 bc1a50966c9e',
  'c386d8e8d073 cf1fc66f8531 f070994a8599 f1513114f60e',
  // Bitcoin wiki, SEP-5, the genesis account of the XRP Ledger
  '28981d08ecff 55379c198a87 7675661293fe 8a1135d9e9e6 97380bed40c7',
  // OAuth 1 and 2, OpenID Connect, PKCE, device grants, WebSocket, ACME, one-time passwords (RFC 5849, 6749, 7009, 7636, 8628, 6455,
  // 8555, 4226, 6238), Twitter's guide to signatures
  '00cf4c781dc3 0e04efa6bc7d 13d31e961a1a 157fd3ba07dd 15cef4b629cc 293257ab6495 2c31d647d566 2ff8b0fb93ac 4c20e6f5cc11',
  '53f5da0aaa93 549c9390539e 5aac38e542b7 5d5a719fe315 61025c20b9dc 649e1f5c769e 6aa14267d949 6c96130f130a 7ea0aaa69214',
  '80f8b7c904d4 8be5d113c087 8d567eb88aff 8e0628300c16 9d03b692e941 9e309cccd311 a35b81a7d792 a71b359a87af ad71fb416553',
  'b62ad8b3465e b87dad10a32a bb9b1163338b cb87c87e4a13 ce278820938c cfee8a24c17a e9974c507d2a ea9bdfd02c0c',
  // RFC 7515, 7517, 8037, 8410
  '190edf59d573 4ff96a609348 5ccf2edb4f07 8b1b17a9740c a45404ae333d',
  // Tokens of RFC 6265, 6750, 7515, 7516, 7520, 7628; of a JSON web token, also what is signed
  '02262f8719b8 3e6099e82cea 4d44d10ec875 57afc11665be 74add74f5316 8574410fe367 8d4ef6536dc8 95fdcaa7e4c2 b28d0bb13be3',
  'b8e148545b13 ba72c23f3953 ca7459e2b267 dd835bdd2144',
  // Keys of AES, GCM, ChaCha20 and Ed25519 in NIST's publications and RFC 8032, 8439; the SHA-256 of nothing
  '099da475a54a 2ef2503d964e 4c0ef241e6e9 57c065fb036e 5a1b9bcddbfd 80cd0406a778 837e8e636d45 96e343b8707f c12ce25303a0',
  'c5bb3899d9a3 dfdcf400fd38',
  // MinIO's playground, the test suite of AWS signatures, the documentation of GitHub's keys and of the headers crate
  '1bbb9293c38a 2c199feabbe0 4bfd21e7222d 9781f0b5e134 cada679e2e6c df452eef23e8',
  // NATS's documentation
  'daa6b9a4a152 e3901289853c f70c753f3bef',
  // Test cards of the payment services
  '10f6a49b3088 1789612b7ca1 19ff47cc8024 1c9d38ed26cd 1d942407169d 20e6583871d3 23b1f7e3e19a 253da55d8a05 273476b83f26',
  '2f725bbd1f40 304945e91de3 3a134ef77d4e 477bba133c18 51a4ae4c6ae9 53a8fc816e63 576c15a80724 68594afe9c9c 7cbcc57fc39e',
  '9bbef1947662 acd08f29a41f add63fae0091 b40e9bc7a74d d06804b9a008 d79449f462ce d8086d483c15 dd13cdf9af9d e5de3c3d9fcb',
  'f2e5869113fb f41e7ca4a3d7',
]
