import { describe, expect, it } from 'vitest'
import { settingsIn } from '../../src/dotenv.ts'

const PEM = ['-----BEGIN PRIVATE KEY-----', 'AbCdEfGhIjKlMnOp/rStUvWxYz0123456789', 'LastLineOfIt==', '-----END PRIVATE KEY-----']

/** Of each setting its key, its line, how long its value is, and a `?` if it may be a part of a value. */
const read = (...lines: readonly string[]) =>
  settingsIn(lines.join('\n')).map(({ key, line, value, doubtful }) => `${key} ${line} ${value.length}${doubtful ? ' ?' : ''}`)

describe('the settings of an env file', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['plain', ['A=1', 'export B_C = two words # why', '# D=3', 'E='], ['A 1 1', 'B_C 2 9', 'E 4 0']],
    ['in quotes', ['A="x # y" # z', "B='it''s'", 'C=`a`', 'D="a\\"b"'], ['A 1 5', 'B 2 2', 'C 3 1', 'D 4 4']],
    ['over lines, double', [`A="${PEM[0]}`, ...PEM.slice(1, 3), `${PEM[3]}"`, 'B=1'], ['A 1 105', 'B 5 1']],
    ['over lines, single', ["A='one", 'word=', "last' # why", 'B=1'], ['A 1 14', 'B 4 1']],
    ['over lines, backticks', ['A=`one', 'word=', '"quoted"', '`', 'B=1'], ['A 1 18', 'B 5 1']],
    ['over lines with Windows ends', ['A="one\r', 'word=\r', 'last"\r', 'B=1\r'], ['A 1 16', 'B 4 1']],
    ['a key without quotes', [`A=${PEM[0]}`, ...PEM.slice(1), 'B=1'], ['A 1 105', 'B 5 1']],
    ['a quote that does not end', ['A=1', 'B="one', 'word=', 'last=x'], ['A 1 1', 'B 2 3', 'word 3 0 ?', 'last 4 1 ?']],
    ['a key that does not end', [`A=${PEM[0]}`, PEM[2] ?? ''], ['A 1 27', 'LastLineOfIt 2 1 ?']],
    ['a quote that another setting ends', ['A="one', 'B="two"', 'C=3'], ['A 1 3', 'B 2 3 ?', 'C 3 1 ?']],
    ['a here document', ['A=$(cat <<END', 'word=', 'END', ')', 'B=1'], ['A 1 11', 'word 2 0 ?', 'B 5 1 ?']],
    ['a line that is continued', ['A=1', 'B=one\\', 'word=', 'C=3'], ['A 1 1', 'B 2 4', 'word 3 0 ?', 'C 4 1 ?']],
    ['a value with more lines', ['A=1', `B=${PEM[1]}`, PEM[1] ?? '', 'word=='], ['A 1 1', 'B 2 36', 'word 4 1 ?']],
    ['an apostrophe', ["A=it's", 'B=1'], ['A 1 4', 'B 2 1']],
  ])('%s', (_, lines, settings) => expect(read(...lines)).toEqual(settings))
})
