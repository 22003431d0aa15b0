/** All families, the specific before the generic: where two rules claim one text, the earlier keeps it. */
import aws from './aws.ts'
import forges from './forges.ts'
import generic from './generic.ts'
import keys from './keys.ts'
import type { Rule } from './rule.ts'
import urls from './urls.ts'

export const rules: readonly Rule[] = [...forges, ...aws, ...keys, ...urls, ...generic]
