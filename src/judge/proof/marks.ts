/** Tokens that contain the vendor's name, or whom they are for. */
import { fromBase64, jsonOf } from './codec.ts'
import { named, open, type Proof, proofOf, proven } from './proof.ts'

/** `T3BlbkFJ` is base64 of "OpenAI", with halves of equal length around it; in a placeholder they repeat few letters. */
export function openai(secret: string): Proof {
  const [head = '', tail, more] = secret.replace(/^sk-(?:proj-|svcacct-|admin-|None-)?/, '').split('T3BlbkFJ')
  return tail !== undefined && more === undefined && head.length === tail.length && new Set(head).size > 9 ? proven : open
}

/** `WGdyb3FY` is base64 of "XgroqX". */
export function groq(secret: string): Proof {
  return /^gsk_[0-9A-Za-z]{20}WGdyb3FY[0-9A-Za-z]{24}$/.test(secret) ? proven : open
}

/** 71 bytes in base64url end in AA. Keys of another form may exist, so nothing is refuted. */
export function anthropic(secret: string): Proof {
  return /^sk-ant-[a-z]{3,10}\d\d-[\w-]{93}AA$/.test(secret) ? open : proofOf('open', ['it does not end as Anthropic keys do'])
}

export function stripe(secret: string): Proof {
  return /^[a-z]{2}_test_/.test(secret) ? proofOf('open', ['test mode'], 'low') : open
}

/** `sntrys_<JSON>_<32 bytes>`. */
export function sentry(secret: string): Proof {
  const [prefix, body = '', signature = ''] = secret.split('_')
  const claims = prefix === 'sntrys' ? jsonOf(body) : undefined
  if (claims === undefined || !('iat' in claims && 'org' in claims)) return open
  return fromBase64(signature)?.length === 32 ? proofOf('proven', [named('organization', claims.org)]) : open
}

/** A service account's token: `ops_` + JSON. */
export function onepassword(secret: string): Proof {
  const claims = jsonOf(secret.replace(/^ops_/, ''))
  if (claims === undefined || !['signInAddress', 'muk', 'secretKey'].every((key) => key in claims)) return open
  return proofOf('proven', [named('account', claims.signInAddress)])
}

/** The first of three parts is `{"typ": "TCV2"}`. */
export function teamcity(secret: string): Proof {
  const [header = ''] = secret.split('.')
  return jsonOf(header)?.typ === 'TCV2' ? proven : open
}

/** "mercury_", backwards. */
export function mercury(secret: string): Proof {
  return secret.endsWith('_yrucrem') ? proven : open
}

/** `hvs.CAESI…`: a protobuf of version 1 with 32 bytes. */
export function vault(secret: string): Proof {
  const start = Buffer.from(secret.slice(secret.indexOf('.') + 1, 60), 'base64url')
  return start.subarray(0, 4).toString('hex') === '08011220' ? proven : open
}

/** Firebase's legacy server keys begin with the sender id, eight bytes. */
export function fcm(secret: string): Proof {
  const [head = '', tail] = secret.split(':')
  const bytes = head.length === 11 ? fromBase64(head) : undefined
  return tail !== undefined && bytes?.length === 8 ? proofOf('open', [`sender ${bytes.readBigUInt64BE()}`]) : open
}

/** Base64 of `tok:<8 hex digits>_…`. */
export function intercom(secret: string): Proof {
  return /^tok:[0-9a-f]{8}_/.test(fromBase64(secret)?.toString('latin1') ?? '') ? proven : open
}

/** A publishable key is `pk_live_` + base64 of `<host>$`. */
export function clerk(secret: string): Proof {
  const host = /^([a-z0-9.-]{4,100})\$$/.exec(fromBase64(secret.replace(/^pk_(?:live|test)_/, ''))?.toString('latin1') ?? '')
  return secret.startsWith('pk_') && host ? proofOf('proven', ['public by design', named('host', host[1])], 'low') : open
}
