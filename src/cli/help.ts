/** The two help texts that belong to no command. */
import type { Command } from './command.ts'

export function overview(commands: readonly Command[]): string {
  const rows = commands.map(({ name, operands, summary }) => [`  ${[name, operands].filter(Boolean).join(' ')}`, summary] as const)
  const width = Math.max(...rows.map(([left]) => left.length)) + 2
  return `leakgate keeps secrets out of git. Nothing that it reads leaves this machine.

${rows.map(([left, right]) => `${left.padEnd(width)}${right}`).join('\n')}

  leakgate COMMAND --help    what a command takes
  leakgate --help config     what leakgate.config.json may say
  leakgate --version

Exit codes: 0 clean, 1 refused, 2 usage or config error, 3 could not look (refuses too), 130 interrupted.
LEAKGATE_SKIP=1 or SKIP=leakgate lets one commit or push pass, and says so.
`
}

export const CONFIG_HELP = `leakgate.config.json, at the top of the repository; comments are allowed. At a commit it is read from the index.

{
  "$schema": "./node_modules/leakgate/dist/schema.json",
  "rules": { "generic-password": "warn" },          // block, warn or off, by rule id (npx leakgate rules)
  "allow": [                                          // no secrets; each with its reason
    { "fingerprint": "9f2c41d07ab3", "reason": "test key of the sandbox", "expires": "2027-01-31" },
    { "paths": ["test/fixtures/"], "rule": "generic-token", "reason": "made-up tokens" }
  ],
  "inline": ["leakgate"],                             // marks understood in comments; also gitleaks,
                                                      // detect-secrets, secretlint, trufflehog
  "unread": "block",                                  // or warn: files that could not be looked at
  "archives": false,                                  // true: look into archives at commits and pushes, too
  "own": [                                            // rules of your own; doctor runs their examples
    { "id": "acme-key", "literals": ["acme_"], "pattern": "acme_[0-9a-f]{32}", "remedy": "Ask #security." }
  ],
  "checklist": [                                      // points of your own: a rule sees them, or a person looks
    { "text": "Badges are worn", "look": "the door" }
  ]
}

It may also be .leakgaterc (.json, .yaml, .yml), the same in .config/, or "leakgate" in package.json.
`
