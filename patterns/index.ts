/** All families, the specific before the generic: where two rules claim one text, the earlier keeps it. */
import agents from './agents.ts'
import ai from './ai.ts'
import analytics from './analytics.ts'
import apisA from './apis-a.ts'
import apisB from './apis-b.ts'
import aws from './aws.ts'
import azure from './azure.ts'
import banking from './banking.ts'
import chat from './chat.ts'
import clouds from './clouds.ts'
import commerce from './commerce.ts'
import crm from './crm.ts'
import data from './data.ts'
import design from './design.ts'
import forges from './forges.ts'
import generic from './generic.ts'
import google from './google.ts'
import hosting from './hosting.ts'
import keys from './keys.ts'
import mail from './mail.ts'
import monitoring from './monitoring.ts'
import payments from './payments.ts'
import phone from './phone.ts'
import social from './social.ts'
import urls from './urls.ts'
import web from './web.ts'
import work from './work.ts'
import type { Rule } from './rule.ts'

export const rules: readonly Rule[] = [
  ...agents,
  ...ai,
  ...analytics,
  ...apisA,
  ...apisB,
  ...aws,
  ...azure,
  ...banking,
  ...chat,
  ...clouds,
  ...commerce,
  ...crm,
  ...data,
  ...design,
  ...forges,
  ...google,
  ...hosting,
  ...mail,
  ...monitoring,
  ...payments,
  ...phone,
  ...social,
  ...web,
  ...work,
  ...keys,
  ...urls,
  ...generic,
]
