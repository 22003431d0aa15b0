/** All families, specific ones before generic ones: if two rules claim the same text, the earlier one wins. */
import addresses from './addresses.ts'
import agents from './agents.ts'
import ai from './ai.ts'
import analytics from './analytics.ts'
import apisA from './apis-a.ts'
import apisB from './apis-b.ts'
import aws from './aws.ts'
import azure from './azure.ts'
import banking from './banking.ts'
import calls from './calls.ts'
import chat from './chat.ts'
import ci from './ci.ts'
import ciphers from './ciphers.ts'
import clients from './clients.ts'
import clouds from './clouds.ts'
import clusters from './clusters.ts'
import commands from './commands.ts'
import commerce from './commerce.ts'
import compound from './compound.ts'
import connections from './connections.ts'
import crm from './crm.ts'
import daemons from './daemons.ts'
import data from './data.ts'
import databases from './databases.ts'
import design from './design.ts'
import developers from './developers.ts'
import files from './files.ts'
import filesMore from './files-more.ts'
import forges from './forges.ts'
import frameworks from './frameworks.ts'
import generic from './generic.ts'
import google from './google.ts'
import hosting from './hosting.ts'
import hygieneCode from './hygiene-code.ts'
import hygieneContainers from './hygiene-containers.ts'
import hygieneProduction from './hygiene-production.ts'
import identity from './identity.ts'
import infrastructure from './infrastructure.ts'
import keys from './keys.ts'
import logins from './logins.ts'
import mail from './mail.ts'
import monitoring from './monitoring.ts'
import packages from './packages.ts'
import payments from './payments.ts'
import phone from './phone.ts'
import prose from './prose.ts'
import records from './records.ts'
import type { Rule } from './rule.ts'
import social from './social.ts'
import urls from './urls.ts'
import wallets from './wallets.ts'
import web from './web.ts'
import work from './work.ts'

export const rules: readonly Rule[] = [
  ...addresses,
  ...agents,
  ...ai,
  ...analytics,
  ...apisA,
  ...apisB,
  ...aws,
  ...azure,
  ...banking,
  ...chat,
  ...ci,
  ...clouds,
  ...clusters,
  ...commerce,
  ...crm,
  ...daemons,
  ...data,
  ...databases,
  ...design,
  ...developers,
  ...forges,
  ...google,
  ...hosting,
  ...identity,
  ...infrastructure,
  ...mail,
  ...monitoring,
  ...packages,
  ...payments,
  ...phone,
  ...social,
  ...web,
  ...work,
  ...keys,
  ...wallets,
  ...frameworks,
  ...files,
  ...filesMore,
  ...urls,
  ...connections,
  ...commands,
  ...compound,
  ...calls,
  ...ciphers,
  ...clients,
  ...prose,
  ...records,
  ...logins,
  ...generic,
  ...hygieneCode,
  ...hygieneContainers,
  ...hygieneProduction,
]
