/** Passwords in URLs and connection strings. */
import type { Rule } from './rule.ts'

export default [
  {
    id: 'url-password',
    title: 'Password in a URL',
    severity: 'high',
    literals: ['://'],
    pattern: /(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{1,30}:\/\/[^\s:@/?#"'`<>\\(){}[\],;|]{0,100}:(?<secret>[^\s@"'`<>\\]{3,120}?)@[A-Za-z0-9_[$%{<.-]/,
    checksum: 'url-password',
    remedy: 'Change the password, and read the URL or its password from the environment.',
    catches: ['DATABASE_URL=postgres://app:{base62:16}@db.internal:5432/app', "git clone https://oauth2:{base62:20}@git.corp.io/x.git"],
    spares: ['postgres://app:${DB_PASSWORD}@db/app', 'https://user:password@host/', 'http://localhost:3000/@scope/package', 'redis://:<password>@host'],
  },
] satisfies Rule[]
