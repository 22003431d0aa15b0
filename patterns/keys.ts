/** Private keys and keyrings, told by the armour around them. */
import type { Rule } from './rule.ts'

export default [
  {
    id: 'private-key',
    title: 'Private key',
    severity: 'critical',
    literals: ['PRIVATE KEY-----', 'PRIVATE KEY BLOCK-----'],
    pattern:
      /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----[\s\S]{40,16000}?-----END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/,
    checksum: 'pem',
    remedy: 'Make a new key pair, replace the public key wherever it is trusted, and keep the private key outside the repository.',
    catches: ['{pem:rsa}', '{pem:ec}', '{pem:pkcs8}', '{pem:openssh}'],
    spares: ['-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----', '-----BEGIN PUBLIC KEY-----\n{base64:64}\n-----END PUBLIC KEY-----'],
  },
  {
    id: 'private-key-cut',
    title: 'Private key, without its end',
    severity: 'critical',
    literals: ['PRIVATE KEY-----'],
    pattern: /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY-----(?:\\r)?(?:\\n|\s){1,8}(?:[A-Za-z-]{4,20}: [^\n]{1,80}\n){0,4}\s{0,8}["'+ ]{0,6}[A-Za-z0-9+/=]{40,1600}/,
    remedy: 'Make a new key pair, replace the public key wherever it is trusted, and keep the private key outside the repository.',
    catches: ['-----BEGIN RSA PRIVATE KEY-----\n{base64:64}\n{base64:64}\n'],
    spares: ['-----BEGIN RSA PRIVATE KEY-----\nxxxx\n'],
  },
  {
    id: 'putty-private-key',
    title: 'PuTTY private key',
    severity: 'critical',
    literals: ['PuTTY-User-Key-File-'],
    pattern: /PuTTY-User-Key-File-[23]: [\s\S]{20,3000}?Private-Lines: \d{1,3}\r?\n[\s\S]{40,6000}?Private-MAC: [0-9a-f]{40,64}/,
    checksum: 'ppk',
    remedy: 'Make a new key pair with PuTTYgen, replace the public key wherever it is trusted, and keep the .ppk outside the repository.',
    catches: [
      'PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nComment: imported\nPublic-Lines: 1\n{base64:64}\nPrivate-Lines: 2\n{base64:64}\n{base64:64}\nPrivate-MAC: {hex:40}\n',
    ],
    spares: ['PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\n'],
  },
  {
    id: 'age-secret-key',
    title: 'age secret key',
    severity: 'critical',
    literals: ['AGE-SECRET-KEY-1'],
    pattern: /\bAGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}\b/,
    checksum: 'age',
    remedy: 'Make a new identity with age-keygen, encrypt again for its recipient, and keep the identity file outside the repository.',
    catches: ['{forged:age}', 'SOPS_AGE_KEY={forged:age}'],
    spares: ['age1{from:qpzry9x8gf2tvdw0s3jn54khce6mua7l:58}'],
  },
  {
    id: 'json-web-token',
    title: 'JSON web token',
    severity: 'high',
    literals: ['eyJ'],
    pattern: /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,2000}={0,2}\.[A-Za-z0-9_-]{10,8000}={0,2}\.[A-Za-z0-9_-]{20,1400}={0,2}(?![A-Za-z0-9_-])/,
    checksum: 'jwt',
    remedy: 'Revoke the session or rotate the key that signed it; a token that is still valid is as good as a password.',
    catches: ['{jwt}', 'Authorization: Bearer {jwt}'],
    spares: ['eyJhbGciOiJIUzI1NiJ9.e30.short'],
  },
] satisfies Rule[]
