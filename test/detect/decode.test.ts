import { describe, expect, it } from 'vitest'
import { sample } from '../helpers/sample.ts'
import { scanText } from '../helpers/scan.ts'

const token = sample('sk_live_{base62:24}', 'decode')
const escaped = (form: (code: string) => string) => [...token].map((symbol) => form(symbol.charCodeAt(0).toString(16))).join('')
const base64 = (text: string) => Buffer.from(text).toString('base64')
const halves = [token.slice(0, 16), token.slice(16)]

describe('a token is seen through', () => {
  it.each<[string, string]>([
    ['base64', `blob = "${base64(`key = ${token}\n`)}"`],
    ['base64 in base64', `blob = "${base64(`x = ${base64(`key = ${token}\n`)}\n`)}"`],
    ['base64url', `blob = "${Buffer.from(`key?>~ ${token}\n`).toString('base64url')}"`],
    ['hex', `blob = "${Buffer.from(`key = ${token}\n`).toString('hex')}"`],
    ['\\x escapes', `key = "${escaped((code) => `\\x${code}`)}"`],
    ['\\u escapes', `key = "${escaped((code) => `\\u00${code}`)}"`],
    ['HTML entities', `key = "${escaped((code) => `&#x${code};`)}"`],
    ['one escape in it', `key = "${token.replace('_', '\\x5f')}"`],
    ['JavaScript +', `key = '${halves[0]}' +\n  '${halves[1]}'`],
    ['Python juxtaposition', `key = ("${halves[0]}"\n       "${halves[1]}")`],
    ['PHP .', `$key = "${halves[0]}" . "${halves[1]}";`],
  ])('%s', (_, text) => {
    const [verdict] = scanText(text)
    expect(verdict?.finding.rule).toBe('stripe-secret-key')
    expect(JSON.stringify(verdict)).not.toContain(halves[1])
  })

  it('and the place is where the encoded text stands', () => {
    const line = `blob = "${base64(`key = ${token}\n`)}" # end`
    const [verdict] = scanText(`first\n${line}\n`)
    expect(verdict?.finding.line).toBe(2)
    expect(verdict?.finding.excerpt.text).toContain('# end')
    expect(verdict?.finding.excerpt.text).not.toContain(base64(token).slice(4, 20))
  })
})
