/** All commands, in the order of the help. */
import { allow } from './allow.ts'
import { audit } from './audit.ts'
import { check } from './check.ts'
import type { Command } from './command.ts'
import { doctor } from './doctor.ts'
import { explain } from './explain.ts'
import { fix } from './fix.ts'
import { hookCommand } from './hookcommand.ts'
import { incident } from './incident.ts'
import { init } from './init.ts'
import { mergeReports } from './merge-reports.ts'
import { rules } from './rules.ts'
import { uninstall } from './uninstall.ts'

export const COMMANDS: readonly Command[] = [
  init,
  check,
  audit,
  mergeReports,
  allow,
  fix,
  explain,
  incident,
  rules,
  doctor,
  uninstall,
  hookCommand,
]
