/** The words of a name in camel case, separated and in lower case: `nextToken` becomes `next_token`. */
export const parted = (name: string) => name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase()
