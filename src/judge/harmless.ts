/** Values that are assigned to a secret-like name but are no secrets, whatever the model says: shown by their name, place or form. */
import { parted } from '../../patterns/casing.ts'
import type { Context } from '../types.ts'
import { BY_CODE } from './code.ts'
import { BY_CONTENT } from './content.ts'
import { BY_CRYPTOGRAPHY } from './crypto.ts'
import { BY_FORM } from './forms.ts'
import { type Ground, holds } from './ground.ts'
import { BY_LIST } from './lists.ts'
import { BY_NAME } from './names.ts'
import { BY_NUMBER } from './numbers.ts'
import { placeholder } from './placeholder.ts'
import { BY_ROLE } from './roles.ts'
import { BY_SENTENCE } from './sentences.ts'
import { BY_PLACE } from './surroundings.ts'

/** The reason why the value is no secret; undefined if it may be one. */
export function harmless(value: string, context: Context): string | undefined {
  const name = fullName(context)
  const [why] = BY_NAME.find(([, form]) => form.test(name)) ?? GROUNDS.find((ground) => holds(ground, value, context)) ?? []
  if (why) return why
  const kind = placeholder(value)
  return kind && SURELY.has(kind) ? `looks like ${kind}` : undefined
}

/** In prose a name has spaces: `next page token: …`. In a command it has none: `update token=…`. */
export function fullName({ name = '', operator, before = '' }: Context): string {
  const word = operator?.endsWith('=') ? '' : (/[A-Za-z]{2,16} $/.exec(before.slice(-17))?.[0] ?? '')
  return parted(word + name)
}

/** The first that holds is told. */
const GROUNDS: readonly Ground[] = [
  ...BY_NUMBER,
  ...BY_CRYPTOGRAPHY,
  ...BY_CODE,
  ...BY_FORM,
  ...BY_CONTENT,
  ...BY_LIST,
  ...BY_ROLE,
  ...BY_PLACE,
  ...BY_SENTENCE,
]

/** Kinds of placeholders that no password looks like. */
const SURELY: ReadonlySet<string> = new Set(['empty', 'a template', 'a reference', 'masked'])
