/** Words like the name of a secret that name none: in an address, behind `no`, in the name of an image. */

/** What stands at `from`..`to` is the name of no secret. */
export const isMisnamed = (text: string, from: number, to: number) =>
  ADDRESS.test(text.slice(Math.max(0, from - 80), from)) || isNone(text, from, to) || isImage(text, from, to)

/** The name is the last part of an address: `alice@acme.pw`; in Kotlin, `this@Shop.password` is none. */
const ADDRESS = /(?<!\b(?:this|super))(?<=[\w+-])@(?:[\w-]{1,30}\.){1,3}$/

/** `no password`, `without a passphrase`, but `become=no password=…`; NOPASSWD: of sudoers. */
const isNone = (text: string, from: number, to: number) =>
  /(?<![\w=:"'])(?:no|without(?: an?)?) $/i.test(text.slice(Math.max(0, from - 12), from)) || text.slice(from, to + 1) === 'NOPASSWD:'

/** The name is of an image, with a hash as its tag: `registry.acme.io/acme-api:…`. */
const isImage = (text: string, from: number, to: number) =>
  text[from - 1] === '/' &&
  /^:(?:[\da-f]{40}|[\da-f]{64})(?!\w)/.test(text.slice(to, to + 66)) &&
  /\.[a-z]{2,10}(?::\d{1,5})?\/(?:[\w.-]{1,60}\/){0,4}$/.test(text.slice(Math.max(0, from - 200), from))
