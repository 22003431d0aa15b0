/** The two help texts that belong to no command. */
import type { Command } from './command.ts'

export function overview(commands: readonly Command[]): string {
  const rows = commands.map(({ name, operands, summary }) => [`  ${[name, operands].filter(Boolean).join(' ')}`, summary] as const)
  const width = Math.max(...rows.map(([left]) => left.length)) + 2
  return `leakgate keeps secrets out of git. Nothing it reads leaves this machine.

${rows.map(([left, right]) => `${left.padEnd(width)}${right}`).join('\n')}

  leakgate COMMAND --help    help on a command
  leakgate --help config     the format of leakgate.config.json
  leakgate --version

Exit codes: 0 clean, 1 refused, 2 usage or config error, 3 could not scan (refuses too), 130 interrupted.
LEAKGATE_SKIP=1 or SKIP=leakgate lets one commit or push pass, and says so.
`
}

export const CONFIG_HELP = `leakgate.config.json, at the top of the repository; comments are allowed. A commit uses the staged one.

{
  "$schema": "./node_modules/leakgate/dist/schema.json",
  "rules": { "generic-password": "warn" },          // block, warn or off, by rule id (npx leakgate rules)
  "allow": [                                          // false positives, each with a reason
    { "fingerprint": "9f2c41d07ab3", "reason": "test key of the sandbox", "expires": "2030-01-31" },
    { "paths": ["test/fixtures/"], "rule": "generic-token", "reason": "made-up tokens" }
  ],
  "inline": ["leakgate"],                             // allow comments to honour; also gitleaks,
                                                      // detect-secrets, secretlint, trufflehog
  "unread": "block",                                  // or warn: files that could not be scanned
  "archives": false,                                  // true: scan archives at commits and pushes, too
  "own": [                                            // custom rules: by literals, beside, assigned or path;
                                                      // policy, catches, spares: see the schema
    { "id": "acme-key", "literals": ["acme_"], "pattern": "acme_[0-9a-f]{32}", "remedy": "Ask the security team." }
  ],
  "checklist": [                                      // custom points: checked by a rule, or by a person
    { "text": "Badges are worn", "look": "the door" }
  ]
}

Or .leakgaterc (.json, .yaml, .yml), either of them in .config/, or "leakgate" in package.json.
`
