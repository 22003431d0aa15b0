/** Env files: which files they are, their settings, and where the example of one is. */
import { baseOf, folderOf } from './path.ts'

const EXAMPLE =
  /^\.?env[._-](?:[\w.-]{1,40}[._-])?(?:example|sample|template|dist|defaults?)$|^(?:example|sample)\.env$|^\.env\.(?:example|sample|template|dist)\.[\w.-]+$/
const ENV = /^\.env(?:rc|[._-][\w.-]+)?$|^[\w-]+\.env$/
/** Encrypted, a schema, code. */
const OTHER = /\.(?:enc|encrypted|gpg|age|asc|vault|sops|schema|spec|tmpl|tpl|j2|erb|md|[jt]s|mjs|py|rb|go|php)$|^default/

export const isExample = (path: string) => EXAMPLE.test(baseOf(path))
export const isEnvFile = (path: string) => ENV.test(baseOf(path)) && !isExample(path) && !OTHER.test(baseOf(path))

/** Not one setting a line. */
const OTHER_SYNTAX = /\.(?:ya?ml|json[5c]?|toml|xml|ini|hcl|plist|properties|zip|t?gz|tar)$/

/** The path of the example that `fix` writes beside a refused file; undefined if that is no env file, or has another syntax. */
export function exampleOf(path: string): string | undefined {
  const name = baseOf(path)
  if (OTHER_SYNTAX.test(name) || !/(?:^|[./])env(?:rc)?(?:[. ]|$)|\.env$|\.dev\.vars/.test(name)) return undefined
  return folderOf(path) + (name.startsWith('.dev.vars') ? '.dev.vars.example' : '.env.example')
}

/**
 * A name, then a quoted value, which may span lines (up to a limit, as a search keeps each step), an unquoted PEM key, or the rest of the
 * line.
 */
const SETTING =
  /^[ \t]{0,40}(?:export[ \t]{1,40})?([A-Za-z_][\w.-]{0,99})[ \t]{0,40}=[ \t]{0,40}(?:(["'`])((?:\\\2|(?!\2)[\s\S]){0,500000})\2(?=[ \t]*(?:#.*)?$)|(-----BEGIN [\s\S]*?-----END .*)|(.*))/gm

export interface EnvSetting {
  readonly key: string
  readonly line: number
  /** Without quotes and comments. It may be a secret. */
  readonly value: string
  /** It follows a value that is not terminated, or is continued: the line may be part of that value. */
  readonly doubtful: boolean
}

export function settingsIn(text: string): EnvSetting[] {
  let [line, counted, ended, doubtful] = [1, 0, 0, false]
  return [...text.matchAll(SETTING)].map(({ 0: all, index, 1: key = '', 3: quoted, 4: pem, 5: rest = '' }) => {
    line += text.slice(counted, index).split('\n').length - 1
    counted = index
    if (RUN.test(text.slice(ended, index))) doubtful = true
    ended = index + all.length
    const quote = /^["'`]/.exec(rest)?.[0]
    const value = quoted ?? pem ?? (quote ? rest.slice(1).split(quote, 1)[0] : rest.split(/[ \t]#/, 1)[0]) ?? ''
    const one = { key, line, value: value.trim(), doubtful }
    if (quote ? !rest.includes(quote, 1) : /^-----BEGIN |<<|\\\r?$/.test(rest)) doubtful = true
    return one
  })
}

/** A line of a value: nothing but a long run of letters and digits, as in base64. */
const RUN = /^[ \t]*(?=\S*[a-z])(?=\S*[A-Z\d])[\w+/-]{16,}={0,2}[ \t]*\r?$/m
