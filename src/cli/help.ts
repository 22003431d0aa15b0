/** The help texts, at most as wide as the terminal, and as short as can be: one must fit on its screen. */
import { wrapped } from '../report/style.ts'
import type { Command } from './command.ts'

export function help({ name, operands, summary, options, notes }: Command, width: number): string {
  const rows = Object.entries(options).map(
    ([option, { value, multiple, help }]) => [`  --${option}${value ? ` ${value}` : ''}${multiple ? ' …' : ''}`, help] as const,
  )
  return [
    `leakgate ${[name, operands].filter(Boolean).join(' ')}`,
    '',
    ...wrapped(summary, width),
    ...(rows.length > 0 ? ['', ...table(rows, width)] : []),
    ...(notes.length > 0 ? ['', ...notes.flatMap((note) => wrapped(note, width))] : []),
    '',
  ].join('\n')
}

export function overview(commands: readonly Command[], width: number): string {
  return [
    ...wrapped('leakgate keeps secrets out of git. Nothing it reads leaves this machine.', width),
    '',
    ...table(
      commands.map(({ name, operands, summary }) => [`  ${[name, operands].filter(Boolean).join(' ')}`, summary]),
      width,
    ),
    '',
    ...table(
      [
        ['  leakgate COMMAND --help', 'help on a command'],
        ['  leakgate --help config', 'the format of leakgate.config.json'],
        ['  leakgate --version', 'its version'],
      ],
      width,
    ),
    '',
    ...wrapped('Exit codes: 0 clean, 1 refused, 2 usage or config error, 3 could not scan (refuses too), 130 interrupted.', width),
    ...wrapped('LEAKGATE_SKIP=1 or SKIP=leakgate lets one commit or push pass, and says so.', width),
    '',
  ].join('\n')
}

/** The first column takes at most two fifths of the width: what is longer gets a line of its own. */
function table(rows: readonly (readonly [string, string])[], width: number): string[] {
  const column = Math.max(8, ...rows.map(([left]) => left.length + 2).filter((length) => length <= width * 0.4))
  return rows.flatMap(([left, right]) => {
    const lines = wrapped(right, width - column).map((line) => ' '.repeat(column) + line)
    return left.length + 2 <= column ? [left + (lines[0] ?? '').slice(left.length), ...lines.slice(1)] : [left, ...lines]
  })
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
    { "text": "No image without a version", "rule": "image-latest" },
    { "text": "Badges are worn", "look": "the door" }
  ]
}

Or .leakgaterc (.json, .yaml, .yml), leakgaterc in .config/, or "leakgate" in package.json.
`
