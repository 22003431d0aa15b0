/** Values that are numbers, by how they are written or by what is done with them. A password may be one, too, where a person chose it. */
import { parted } from '../../patterns/casing.ts'
import type { Ground } from './ground.ts'

export const BY_NUMBER: readonly Ground[] = [
  [
    'an error code',
    [
      /^-\d+$/, // -2146893773
      /^-?0[xX][\dA-Fa-f]{1,8}(?:(?:[uUlL]\w{0,3})?$|,(?:\\|$))/, // 0x80090022, 0x8802,\n
    ],
  ],
  [
    'a number of code',
    [
      /^-?(?:0x[\dA-Fa-f_]{1,40}|[\d_]+)_?[iu](?:8|16|32|64|128|size)$/, // 0xC0000202_u32
      /^0x[\dA-Fa-f]{1,16}[uU][lL]{1,2}$/, // 0xa0761d6478bd642full
      /^-?\d{1,20}(?:\.\d{1,20})?[eE][+-]\d{1,3}$/, // 4.125e-07
      /^\d{1,3}(?:_\d{3}){1,4}$/, // 8_192
    ],
  ],
  // Value:0xc008f493a0 as Go prints it, 0x7ffd4c1b2a30
  ['an address in memory', /^0x(?:c0[\da-f]{8}|(?:7f|5[56])[\da-f]{10})\b/],
  [
    'a version',
    [
      /^(?:\d!)?v?\d+(?:\.\d+){1,8}(?:\.?(?:a|b|c|rc|alpha|beta|dev|pre|post|final)\d*){0,3}(?:[-+][\w.+-]+)?(?:\/go\.mod)?$/,
      /^\d:\d+\.\d[\w.+:~-]*$/, // 1:4.13+dfsg1-1, of a package of Debian
    ],
  ],
  ['a point in time', /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?$/],
  ['an address of IPv4', /^(?:[a-z-]{2,20}=\d{1,3}(?:\.\d{1,3}){3}[;,]?|\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2}|:\d{1,5})?)$/],
  [
    'an address of IPv6',
    [
      /^(?!(?:[\da-f]{2}:){7}[\da-f]{2}$)(?:[\da-f]{1,4}:){7}[\da-f]{1,4}$/i, // eight pairs of digits are bytes
      /^(?=[\da-f:]*::)(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}$/i,
    ],
  ],
  ['a port', /^\d{1,5}\/(?:tcp|udp)$|^\d{2,5}(?:,\d{2,5})+$/],
  // 20/m/ip,5/m/key
  ['a rate', /^\d{1,6}\/[smhd](?:\/|,|$)/],
  // 1.3.6.1.4.1.4203.1.11.1
  ['an object identifier', /^[0-2](?:\.\d{1,9}){5,}$/],
  // ssh_keys: ['1534404']
  ['the number of a key', (value, { name = '' }) => /^\d+$/.test(value) && /ssh_?keys?$/i.test(name)],
  // cloudinary.config({ cloud_name: 'acme', api_key: '248273337268518' }), which a page shows
  [
    'the number of an account',
    (value, { name = '', before = '' }) =>
      /^\d{15}$/.test(value) && /api_?key$/i.test(name) && /cloud_?(?:inary|name)/i.test(before + name),
  ],
  // account_key: 1234567890
  ['digits in a row', (value, { name = '' }) => /^0?1234567890?$/.test(value) && !/pass|pwd|pin/i.test(name)],
  // KEY: u32 = 2148034072, token === 67174411; but <add key="password" value="…"/>
  ['a number, by its type', (value, { operator = '' }) => /^\d+$/.test(value) && /[A-Za-z\d](?<!ue)=$/.test(operator)],
  [
    'a number that is compared',
    (value, { name = '', operator = '', syntax }) =>
      syntax === 'bare' && /^\d+$/.test(value) && /^[!=]==?/.test(operator) && !CALLED_PASSWORD.test(parted(name)),
  ],
  // TPM2_RS_PW = 1073741833, of an enum; "ney":3939,"ipw":3940, of a vocabulary
  [
    'one of many numbers',
    (value, { name = '', operator = '', syntax, before = '', after = '' }) =>
      syntax === 'bare' &&
      /^\d+$/.test(value) &&
      after.startsWith(',') &&
      (operator === '=' || /\d,"$/.test(before)) &&
      (/^[A-Z\d_]+$/.test(name) || !CALLED_PASSWORD.test(parted(name))),
  ],
]

/** A password by such a name may be a number, as in a connection string. `kcc8_pw` is of a vocabulary in Base64, `Gpass` of one with signs for blanks. */
const CALLED_PASSWORD = /^(?:(?:\w{1,20}[_.])?(?:pass(?:word|wd|code|phrase)?|pwd|pin|secret)|pw)$/
