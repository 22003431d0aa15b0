/** Clusters and what runs on them: Kubernetes, OpenShift, Rancher, Argo CD, NATS, and appliances with an API. */
import { APART } from './parts.ts'
import type { Rule } from './rule.ts'
import { raw } from './sources.ts'

/** Lines of a Secret between its kind and its values, and the entries before the one that is read. */
const LINES = raw`(?:\n(?!---|[ \t]?(?:data|kind):)[^\n]{0,200}){0,40}`
const ENTRIES = raw`\n[ \t]?data:[ \t\r]{0,4}(?:#[^\n]{0,200})?(?:\n(?:[ \t][^\n]{0,400}|#[^\n]{0,200}|\r?(?=\n))){0,20}`

/** An entry up to its value: no certificate, no name of a user or a host. */
const ENTRY = raw`\n[ \t]{1,8}["']?(?!ca\.|tls\.crt|(?:user(?:name)?|type|login|e?mail|host(?:name)?|port|database|namespace|endpoint|region|bucket)["']?:)[\w.-]{1,80}["']?:(?:[ \t]{1,8}(?:[|>]-?\s{1,12})?|[ \t]{0,4}\r?\n[ \t]{1,12})["']?`

/** Of at least eight bytes; no certificate. */
const VALUE = raw`(?!LS0tLS1CRUdJTiBDRVJU)(?:[0-9A-Za-z+/]{4}){2,1000}(?:[0-9A-Za-z+/]{4}|[0-9A-Za-z+/]{3}=|[0-9A-Za-z+/]{2}==)(?![\w+/=-])`

/** Asked before what stands before it: that takes long, and few words of code may be a value. */
const MAY_BE = raw`(?<=[\s"'])(?=${VALUE})`

export default [
  // The beginning of "system:serviceaccount:", in the three possible alignments of base64.
  {
    id: 'kubernetes-service-account-jwt',
    title: 'Kubernetes service account token',
    severity: 'critical',
    literals: ['c3lzdGVtOnNlcn', 'N5c3RlbTpzZXJ2', 'zeXN0ZW06c2Vyd'],
    pattern:
      /(?<![\w-])eyJ[\w-]{10,999}\.(?=[\w-]{0,3999}?(?:c3lzdGVtOnNlcn|N5c3RlbTpzZXJ2|zeXN0ZW06c2Vyd))eyJ[\w-]{10,3999}\.[\w-]{40,700}/,
    checksum: 'jwt',
    remedy: 'Delete the Secret that holds it or recreate the service account; use short-lived tokens (kubectl create token) instead.',
    catches: [
      'token: eyJhbGciOiJSUzI1NiJ9.{as:base64url:{"sub":"system:serviceaccount:default:{lower:8}"}}.{base64url:342}',
      '--token=eyJhbGciOiJSUzI1NiJ9.{as:base64url:{"exp":4070908800,"sub":"system:serviceaccount:ci:{lower:9}"}}.{base64url:342}',
      'token: eyJhbGciOiJSUzI1NiJ9.{as:base64url:{"aud":["k8s"],"sub":"system:serviceaccount:ci:{lower:9}"}}.{base64url:342}',
    ],
    spares: ['{jwt}'],
  },
  {
    id: 'argocd-token',
    title: 'Argo CD token',
    severity: 'critical',
    literals: ['ImlzcyI6ImFyZ29jZC', 'Jpc3MiOiJhcmdvY2Qi', 'iaXNzIjoiYXJnb2NkI'],
    pattern:
      /(?<![\w-])eyJ[\w-]{10,200}\.(?=[\w-]{0,999}?(?:ImlzcyI6ImFyZ29jZC|Jpc3MiOiJhcmdvY2Qi|iaXNzIjoiYXJnb2NkI))eyJ[\w-]{10,999}\.[\w-]{40,200}/,
    checksum: 'jwt',
    remedy: 'Run argocd account delete-token (or argocd proj role delete-token), then read a new one with an end from ARGOCD_AUTH_TOKEN.',
    catches: [
      'ARGOCD_AUTH_TOKEN=eyJhbGciOiJIUzI1NiJ9.{as:base64url:{"iss":"argocd","sub":"ci:apiKey","jti":"{uuid}"}}.{base64url:43}',
      'argocd --auth-token eyJhbGciOiJIUzI1NiJ9.{as:base64url:{"iat":1700000000,"iss":"argocd","jti":"{uuid}"}}.{base64url:43}',
    ],
    spares: ['{jwt}'],
  },
  {
    id: 'stackrox-token',
    title: 'StackRox API token',
    severity: 'high',
    literals: ['c3RhY2tyb3guaW8va', 'N0YWNrcm94LmlvL2', 'zdGFja3JveC5pby9q'],
    pattern:
      /(?<![\w-])eyJ[\w-]{10,200}\.(?=[\w-]{0,1999}?(?:c3RhY2tyb3guaW8va|N0YWNrcm94LmlvL2|zdGFja3JveC5pby9q))eyJ[\w-]{10,1999}\.[\w-]{40,700}/,
    checksum: 'jwt',
    remedy: 'Revoke the token in Red Hat ACS (Integrations > API token), then read a new one from ROX_API_TOKEN.',
    catches: ['ROX_API_TOKEN=eyJhbGciOiJSUzI1NiJ9.{as:base64url:{"iss":"https://stackrox.io/jwt","jti":"{uuid}"}}.{base64url:342}'],
    spares: ['{jwt}'],
  },
  {
    id: 'openshift-user-token',
    title: 'OpenShift login token',
    severity: 'high',
    literals: ['sha256~'],
    pattern: /(?<![\w-])sha256~[\w-]{43}(?![\w-])/,
    remedy: 'Run oc logout (or oc delete oauthaccesstoken): it is good for a day. Use a service account in scripts.',
    catches: ['oc login --token=sha256~{base64url:43} --server=https://api.acme.io:6443', 'token: sha256~{base64url:43}'],
    spares: ['sha256~{base62:12}', 'oc login --token=sha256~xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'],
  },
  {
    id: 'rancher-token',
    title: 'Rancher API token',
    severity: 'critical',
    literals: ['token-', 'kubeconfig-u'],
    pattern: /(?<![\w-])(?:token-[0-9a-z]{5}|kubeconfig-u(?:ser)?-[0-9a-z.:-]{5,40}?):[0-9a-z]{54}(?![\w-])/,
    remedy: 'Delete the key in Rancher (Account & API keys), then read a new one with an end from the environment.',
    catches: ['RANCHER_TOKEN_KEY=token-{alnum:5}:{alnum:54}', 'token: "kubeconfig-user-{alnum:10}:{alnum:54}"'],
    spares: ['token-{alnum:5}:{alnum:20}', 'RANCHER_ACCESS_KEY=token-{alnum:5}'],
  },
  {
    id: 'kubernetes-bootstrap-token',
    title: 'Kubernetes join token',
    severity: 'high',
    beside: ['kubeadm', 'bootstrap', 'bootstraptoken', 'bootstraptokens'],
    pattern: /(?<![\w.-])(?<=(?:token|discovery-token)["']?(?:\s{0,4}[:=]\s{0,4}|\s{1,4})["']?)[0-9a-z]{6}\.[0-9a-z]{16}(?![\w.-])/,
    randomness: 32,
    remedy: 'Run kubeadm token delete, and create a short-lived one when a node joins.',
    catches: ['kubeadm join 10.0.0.1:6443 --token {alnum:6}.{alnum:16}', 'bootstrapTokens:\n- token: "{alnum:6}.{alnum:16}"'],
    spares: ['kubeadm join --token abcdef.0123456789abcdef', 'kubeadm_token_file: {lower:6}.yaml'],
  },
  // Only the first value: it is enough to refuse the manifest. A certificate is public.
  {
    id: 'kubernetes-secret-manifest',
    title: 'Kubernetes Secret with its values',
    severity: 'high',
    literals: ['kind: Secret', 'kind: "Secret', "kind: 'Secret"],
    pattern: new RegExp(
      raw`${MAY_BE}(?<=(?:^|\n)[ \t]?kind: ["']?[Ss]ecret["']?[ \t\r]{0,4}${LINES}${ENTRIES}${ENTRY})(?<secret>${VALUE})`,
    ),
    remedy: 'Base64 hides nothing. Change the value, and keep it in Sealed Secrets, External Secrets or SOPS instead.',
    catches: [
      'apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\ntype: Opaque\ndata:\n  DSN: {as:base64:{base62:24}}\n',
      'kind: Secret\ndata:\n  username: YWRtaW4=\n  conn: {as:base64:{base62:20}}\n',
      'kind: Secret\ndata:\n  # from the vault\n  "session": "{as:base64:{base62:20}}"\n',
      "kind: 'Secret'\ndata:\n  notes: |\n    {as:base64:{base62:24}}\n",
      'kind: Secret\ndata: # in base64\n\n# of the shop\n  # its database\n  DSN: {as:base64:{base62:24}}\n',
      'kind: Secret\r\ndata:\r\n\r\n  DSN:\r\n    {as:base64:{base62:24}}\r\n',
      'kind: Secret\ndata:\n  phrase: {as:base64:orbit walnut candle frozen}\n',
    ],
    spares: [
      'kind: ConfigMap\ndata:\n  logo: {base64:40}\n',
      'kind: Secret\nmetadata:\n  name: x\n---\nkind: ConfigMap\ndata:\n  logo: {base64:40}\n',
      'kind: SealedSecret\nspec:\n  encryptedData:\n    DSN: Ag{base64:700}\n',
      'kind: Secret\ndata:\n  ca.crt: {base64:64}\n',
      'kind: Secret\ndata:\n  notice: {as:base64:This is a file.}\n  server: {as:base64:https://localhost:6443}\n',
    ],
  },
  // As printed by kubectl get, values first.
  {
    id: 'kubernetes-secret-dump',
    title: 'Kubernetes Secret with its values',
    severity: 'high',
    literals: ['kind: Secret', 'kind: "Secret', "kind: 'Secret"],
    pattern: new RegExp(
      raw`${MAY_BE}(?<=${ENTRIES}${ENTRY})(?<secret>${VALUE})(?=["']?[ \t\r]{0,4}(?:\n(?!---|[ \t]?(?:data|kind):)[^\n]{0,360}){0,36}\n[ \t]?kind: ["']?[Ss]ecret\b)`,
    ),
    remedy: 'Base64 hides nothing. Change the value, and keep it in Sealed Secrets, External Secrets or SOPS instead.',
    catches: ['apiVersion: v1\ndata:\n  DSN: {as:base64:{base62:24}}\n  MODE: cHJvZA==\nkind: Secret\nmetadata:\n  name: shop\n'],
    spares: ['apiVersion: v1\ndata:\n  logo: {base64:40}\nkind: ConfigMap\n---\nkind: Secret\n'],
  },
  {
    id: 'nats-creds-file',
    title: 'NATS user credentials',
    severity: 'critical',
    literals: ['BEGIN USER NKEY SEED'],
    pattern: /BEGIN USER NKEY SEED-{4,8}\s{1,4}(?<secret>S[UA][2-7A-Z]{56})(?![2-7A-Z])/,
    checksum: 'nats',
    remedy: 'Delete the user (nsc delete user, then push), create a new one, and mount its .creds file from a secret store.',
    catches: ['-----BEGIN USER NKEY SEED-----\n{forged:nats:SU}\n------END USER NKEY SEED------\n'],
    spares: ['-----BEGIN USER NKEY SEED-----\nSUAXXXX\n------END USER NKEY SEED------\n'],
  },
  {
    id: 'nats-nkey-seed',
    title: 'NATS seed',
    severity: 'critical',
    literals: ['SUA', 'SAA', 'SOA', 'SNA', 'SCA', 'SXA'],
    pattern: /(?<![0-9A-Za-z])S[UAONCX]A[A-P][2-7A-Z]{54}(?![0-9A-Za-z])/,
    checksum: 'nats',
    remedy: 'Create a new key pair with nk or nsc, replace its public key on the server, and keep the seed in a secret store.',
    catches: ['NATS_SEED={forged:nats:SU}', 'nkey: "{forged:nats:SA}"', 'operator_seed = {forged:nats:SO}'],
    spares: ['NATS_ACCOUNT=A{base32:55}'],
  },
  {
    id: 'truenas-api-key',
    title: 'TrueNAS API key',
    severity: 'high',
    beside: ['truenas', 'freenas', 'login_with_api_key'],
    pattern: /(?<![\w-])\d{1,3}-[0-9A-Za-z]{64}(?![\w-])/,
    randomness: 120,
    remedy: 'Delete the key in TrueNAS (Credentials > API keys), then read a new one from the environment.',
    catches: ['TRUENAS_API_KEY=1-{base62:64}', 'truenas: { apiKey: "12-{base62:64}" }'],
    spares: ['TRUENAS_API_KEY=1-{base62:12}'],
  },
  {
    id: 'portainer-token',
    title: 'Portainer access token',
    severity: 'critical',
    literals: ['ptr_'],
    pattern: new RegExp(raw`(?<![\w-])${APART}ptr_[0-9A-Za-z+/]{43}=?(?![\w+/=-])`),
    remedy: 'Delete the token in Portainer (My account > Access tokens), then read a new one from the environment.',
    catches: ['PORTAINER_TOKEN=ptr_{base64:43}=', 'X-API-Key: ptr_{base64:43}='],
    spares: ['PORTAINER_TOKEN=ptr_{base62:8}'],
  },
  {
    id: 'thingsboard-device-token',
    title: 'ThingsBoard device token',
    severity: 'low',
    beside: ['thingsboard'],
    pattern: /(?<![\w-])(?<=(?:(?:client|thingsboard|token)\W{1,6}|\/api\/v1\/))[0-9A-Za-z]{20}(?![\w-])/i,
    randomness: 40,
    remedy: 'Change the credentials of the device in ThingsBoard, and load the token onto the device apart from the code.',
    catches: ['THINGSBOARD_ACCESS_TOKEN={base62:20}', 'http://thingsboard.cloud/api/v1/{alnum:20}/telemetry'],
    spares: ['THINGSBOARD_DEVICE_TOKEN=yourDeviceAccessToken'],
  },
] satisfies Rule[]
