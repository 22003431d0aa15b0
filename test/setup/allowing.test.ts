import { describe, expect, it } from 'vitest'
import { allowing } from '../../src/setup/allowing.ts'

const added = { fingerprint: '0123456789ab', reason: 'made up' }
const ours = '{"fingerprint":"0123456789ab","reason":"made up"}'

/** `+`: the new allowance, on one line. */
const written = (path: string, before: string, allowance = added) => allowing(path, before, allowance).after?.replace(ours, '+')

describe('an allowance', () => {
  it.each<[string, string, string]>([
    ['a.json', '{"unread":"block"}\n', '{"unread":"block", "allow": [+]}\n'],
    ['a.json', '{"allow":[],"unread":"block"}', '{"allow":[+],"unread":"block"}'],
    ['a.json', '{"allow":[{"a":1}],"unread":"block"}', '{"allow":[{"a":1}, +],"unread":"block"}'],
    ['a.json', '{}', '{"allow": [+]}'],
    ['package.json', '{"name":"x","leakgate":{},"private":true}', '{"name":"x","leakgate":{"allow": [+]},"private":true}'],
    [
      'package.json',
      '{\n\t"files": ["a","b"],\n\t"leakgate": {"unread": "block"}\n}\n',
      '{\n\t"files": ["a","b"],\n\t"leakgate": {"unread": "block", "allow": [+]}\n}\n',
    ],
    [
      'a.json',
      '{\r\n    "inline": ["leakgate","gitleaks"] // both\r\n}',
      '{\r\n    "inline": ["leakgate","gitleaks"], // both\r\n    "allow": [\r\n        {\r\n            "fingerprint": "0123456789ab",\r\n            "reason": "made up"\r\n        }\r\n    ]\r\n}',
    ],
  ])('in %s leaves the rest of %j as it is', (path, before, expected) => expect(written(path, before)).toBe(expected))

  const item = '- fingerprint: "0123456789ab"\n    reason: "made up"\n'
  it.each<[string, string]>([
    ['unread: block', `unread: block\nallow:\n  ${item}`],
    [
      '"allow":\n  # made up\n  - paths: [q]\n\n# all\nunread: block\n',
      `"allow":\n  # made up\n  - paths: [q]\n  ${item}\n# all\nunread: block\n`,
    ],
    ['allow: # none\n\nunread: block\n', `allow: # none\n  ${item}\nunread: block\n`],
    ['allow: []', `allow:\n  ${item}`],
    ['a: []\n"allow": [ ]  # none yet\n# all\nb: []\n', `a: []\n"allow":  # none yet\n  ${item}# all\nb: []\n`],
    ['allow: []\r\na: 1\r\n', `allow:\r\n  ${item.replaceAll('\n', '\r\n')}a: 1\r\n`],
    ['a: 1\r\nallow:\r\n  - b: 2', `a: 1\r\nallow:\r\n  - b: 2\n  ${item.replaceAll('\n', '\r\n')}`],
  ])('is added to %j', (before, expected) => expect(written('a.yaml', before)).toBe(expected))

  it.each(['{unread: block}\n', '---\nunread: block\n...\n', 'allow: [{ a: 1 }]\n', 'allow: [] []\n', 'allow: &all\n  - a: 1\n'])(
    'is for the user to add to %j',
    (before) => expect(() => written('a.yaml', before)).toThrow('The config is YAML that leakgate cannot add to'),
  )

  it('on one line is renewed on it', () =>
    expect(written('a.json', `{"a":{"b":1},"allow":[${ours}]}`, { ...added, reason: 'not used' })).toBe(
      '{"a":{"b":1},"allow":[{"fingerprint":"0123456789ab","reason":"not used"}]}',
    ))
})
