/** Splits a commit or tag object: what people wrote, apart from what git recorded. */

export interface Parts {
  readonly header: string
  readonly message: Uint8Array
}

/** Of the header, only names and merged tags are kept: ids are not secrets, and signatures not keys. Latin-1. */
export function partsOf(bytes: Uint8Array): Parts {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = all.indexOf('\n\n')
  const header = all.toString('latin1', 0, end < 0 ? undefined : end + 1)
  return {
    header: header.replace(/^(?:tree|parent|object|type|encoding|gpgsig(?:-sha256)?) .*\n(?: .*\n)*/gm, ''),
    message: bytes.subarray(end < 0 ? bytes.length : end + 2),
  }
}
