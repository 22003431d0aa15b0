/** The kind of a text, by its form: code, a path, prose and other things found in the place of a secret. */

export function kindOf(value: string): string | undefined {
  const lower = value.toLowerCase()
  return THINGS.find(([, form, small]) => form.test(small ? lower : value))?.[0]
}

/** In order: the first match wins. `small`: matched in lower case, which is far cheaper than a case-insensitive pattern. */
const THINGS: readonly (readonly [string, RegExp, 'small'?])[] = [
  [
    'code',
    /[a-zA-Z_]{3,}\(|\)[.;,{)]|=>|->|\w::\w|&&|\|\||^\w+\[|[{}]\s*[;,)]|^[{(]\s|\\r$|\$\w+\b.*\\[rn]|["']\s*[+,)]|<\?|\?>|\bfunction\b/,
  ],
  [
    'a URL',
    /^(?:https?|ftp|file|wss?|git|ssh|jdbc|mongodb|redis|amqp|postgres\w*|mysql|urn|data|chrome|about):|^\/\/\w|^www\.|^[\w-]+\.(?:com|org|net|io|dev|cn|de|co\.uk)(?:\/|$)/,
    'small',
  ],
  [
    'a path',
    /^(?:[a-z]:)?(?:\.{0,2}[/\\~])[\w./\\ -]+$|^[\w.@-]+(?:\/[\w.-]+)+\.\w{1,6}$|^[\w-]+(?:\/[\w-]+){2,}$|^\w[\w.-]*\.(?:json|ya?ml|txt|pem|key|crt|xml|html?|js|ts|py|php|java|go|conf|cfg|ini|sh|md|png|svg)$/,
    'small',
  ],
  [
    'a qualified name',
    /^\\?[A-Za-z_]\w*(?:\\{1,2}[A-Za-z_]\w*)+$|^[@:]?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$|^[a-z][\w-]*(?:\.[\w-]+)+:[\w.-]+(?::[\w.-]+)?$/,
  ],
  ['natural language', /[\x80-\xff]{2}/],
  ['prose', /^\S+(?:\s+\S+){2,}|[a-z]{2}\s+[a-z]{2}|^[A-Z]?[a-z]+[,.!?:]?\s/],
  ['a constant', /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/],
  ['an identifier', /^[a-z]+(?:[A-Z][a-z]+)+$|^(?:[A-Z][a-z]+)+$|^[a-z]+\d?(?:[A-Z][a-z]+)*[A-Z]{2,4}$|^_[a-z]+(?:[A-Z_][a-z]+)*$/],
  [
    'a number, date or version',
    /^[\^~<>=v]{0,2}\d+(?:\.[\dx*]+)+(?:[-+.][\w.-]{0,40})?$|^\d{1,4}(?:[.,:/-]\d{1,4}){1,5}$|^\d{1,9}(?:px|em|ms|s|m|h|d|%)?$|^\d{4}-\d\d-\d\d/,
  ],
  ['an e-mail address', /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/],
  ['a media type', /^(?:text|image|audio|video|application|multipart)\/[\w.+-]+/],
  ['a colour', /^#[0-9a-f]{3,8}$/, 'small'],
  ['markup', /<\/?[a-z]|&(?:lt|gt|amp|nbsp|quot);/, 'small'],
  [
    'a password hash',
    /^\$(?:2[abxy]?|1|5|6|y|argon2\w*|pbkdf2[\w-]*|apr1)\$|^(?:pbkdf2|bcrypt|argon2|scrypt|sha1|md5)\w*\$|^\{(?:ssha|sha|bcrypt|noop)/,
    'small',
  ],
  ['a parameter', /^[?:@]\w+$|^\$\d$/],
  ['a pattern', /\\[wdsb]|\[\^|\(\?|\{\d*,|\.\*|\[a-z/, 'small'],
  ['a template', /%[sdvq@]\b|\{\}|\{\w+\}|^\$\w+|:\+|\{\{/],
  ['a list of rules', /^[a-z_]+(?::[\w,]+)?(?:\|[a-z_]+(?::[\w,.]+)?)+$/],
  ['a hash with its name', /^(?:sha\d{1,3}|md5)[-:]/, 'small'],
  ['a UUID', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'small'],
]

export const KINDS = THINGS.map(([kind]) => kind)
