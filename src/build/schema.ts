/** The JSON schema of the config, for editors. A test compares it with the parser. */
import { writeFileSync } from 'node:fs'
import { rules } from '../../patterns/index.ts'
import { FINGERPRINT } from '../fingerprint.ts'
import { SEVERITIES } from '../gravity.ts'
import { REASON } from '../reason.ts'
import { LEVELS, NAME } from '../setup/own.ts'
import { MARKS } from '../setup/schema.ts'

const texts = { type: 'array', items: { type: 'string', minLength: 1 } }

export function schema(): void {
  writeFileSync('dist/schema.json', `${JSON.stringify(jsonSchema())}\n`)
}

export function jsonSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'leakgate',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      rules: {
        description: 'Levels of rules, by id.',
        type: 'object',
        propertyNames: { anyOf: [{ enum: rules.map((rule) => rule.id).sort() }, { pattern: '^[a-z0-9-]+$' }] },
        additionalProperties: { enum: LEVELS },
      },
      own: {
        description: 'Custom rules, in the format of the built-in ones.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['id'],
          dependencies: { beside: ['pattern'] },
          anyOf: [{ required: ['literals'] }, { required: ['beside'] }, { required: ['assigned'] }, { required: ['path'] }],
          properties: {
            id: { type: 'string', minLength: 1 },
            title: { type: 'string', minLength: 1 },
            severity: { enum: SEVERITIES },
            literals: { ...texts, items: { type: 'string', minLength: 3 } },
            beside: { ...texts, items: { type: 'string', minLength: 3 } },
            assigned: { ...texts, items: { type: 'string', pattern: NAME.source } },
            pattern: { type: 'string', minLength: 1 },
            flags: { type: 'string', minLength: 1 },
            path: texts,
            randomness: { type: 'number' },
            policy: { const: true },
            level: { enum: LEVELS },
            remedy: { type: 'string', minLength: 1 },
            link: { type: 'string', minLength: 1 },
            catches: texts,
            spares: texts,
          },
        },
      },
      allow: {
        description: 'False positives, each with a reason.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['reason'],
          anyOf: [{ required: ['fingerprint'] }, { required: ['paths'] }],
          properties: {
            fingerprint: { type: 'string', pattern: FINGERPRINT.source },
            rule: { type: 'string', minLength: 1 },
            paths: { ...texts, minItems: 1 },
            reason: { type: 'string', pattern: REASON.source },
            expires: { type: 'string', format: 'date', pattern: '^\\d{4}-\\d\\d-\\d\\d$' },
          },
        },
      },
      inline: { description: 'Which allow comments to honour.', type: 'array', items: { enum: MARKS } },
      unread: { description: 'What to do with files that could not be scanned.', enum: ['block', 'warn'] },
      archives: { description: 'Scan archives at a commit, a push and an audit.', type: 'boolean' },
      checklist: {
        description: 'Custom points for `audit --checklist`: a rule sees them, or a person looks.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['text'],
          anyOf: [{ required: ['rule'] }, { required: ['look'] }],
          properties: {
            text: { type: 'string', minLength: 1 },
            rule: { type: 'string', minLength: 1 },
            look: { type: 'string', minLength: 1 },
          },
        },
      },
    },
  }
}
