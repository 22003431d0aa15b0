/** The config: its possible places, reading and validating it. It is data only: no code from the branch runs at a commit. */
import type { ParseError } from 'jsonc-parser'
import { UserError } from '../errors.ts'
import { type Data, isRecord } from '../record.ts'
import type { Config } from '../types.ts'
import { checked } from './schema.ts'

export const DEFAULTS: Config = { levels: {}, own: [], allow: [], inline: ['leakgate'], unread: 'block', archives: false, checklist: [] }

/** In order of precedence; all relative to the top of the repository. */
export const PLACES = [
  'leakgate.config.json',
  '.leakgaterc',
  '.leakgaterc.json',
  '.leakgaterc.yaml',
  '.leakgaterc.yml',
  '.config/leakgaterc',
  '.config/leakgaterc.json',
  '.config/leakgaterc.yaml',
  '.config/leakgaterc.yml',
  'package.json',
] as const

/** Parses a config file; undefined if it is a package.json without a config. Errors name the place. */
export async function configIn(file: string, content: string): Promise<Config | undefined> {
  if (file === 'package.json') {
    const own = await inPackage(content)
    return own === undefined ? undefined : good(file, own)
  }
  return good(file, isYaml(file, content) ? await yaml(file, content) : await json(file, content))
}

/** The config in a package.json; a dependency called leakgate is none. */
async function inPackage(content: string): Promise<unknown> {
  if (!/"leakgate"\s*:/.test(content)) return undefined
  const data = /"leakgate"\s*:\s*\{/.test(content) ? await json('package.json', content) : plainJson(content)
  return isRecord(data) ? data.leakgate : undefined
}

/** Avoids loading the parser for JSON with comments. Without a config, a syntax error is for npm to report. */
function plainJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

/** By its name; else by what it begins with, apart from JSON comments. */
export const isYaml = (file: string, content: string) =>
  /\.ya?ml$/.test(file) || (file.endsWith('rc') && !/^(?:\s|\/\/[^\n]*\n|\/\*(?:(?!\*\/)[\s\S])*\*\/)*\{/.test(content))

function good(file: string, data: unknown): Config {
  const config = checked(file, data)
  if (typeof config !== 'string') return config
  throw new UserError(2, `${file}: ${config}`, 'Fix the file and stage it again. `npx leakgate --help config` shows the format.')
}

async function json(file: string, content: string): Promise<unknown> {
  const { parse, printParseErrorCode } = await import('jsonc-parser')
  const errors: ParseError[] = []
  const data: unknown = parse(content.replace(/^\ufeff/, ''), errors, { allowTrailingComma: true })
  const [error] = errors
  if (!error) return data
  const line = content.slice(0, error.offset).split('\n').length
  throw new UserError(
    2,
    `${file}:${line} is not valid JSON: ${printParseErrorCode(error.error)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()}`,
    'Fix the file and stage it again.',
  )
}

async function yaml(file: string, content: string): Promise<unknown> {
  const { defaultLoaders } = await import('cosmiconfig')
  try {
    return defaultLoaders['.yaml'](file, content)
  } catch (cause) {
    const { reason, mark }: Data = isRecord(cause) ? cause : {}
    const line = isRecord(mark) ? `:${Number(mark.line) + 1}` : ''
    // What follows a quote, a tag's ! or a colon is a text of the file: it may be a secret.
    const why = String(reason).split(/\s*["!:]/)[0]
    throw new UserError(2, `${file}${line} is not valid YAML: ${why}`, 'Fix the file and stage it again.', { cause })
  }
}
