/** Entry of the hook's bundle: `leakgate hook NAME [--first LINE] [ARGS…]`. */
import { hook } from './hook.ts'
import { main } from './main.ts'

const [, , , name = '', ...rest] = process.argv
const [flag, first, ...after] = rest

void main(() => (flag === '--first' ? hook(name, after, first) : hook(name, rest)))
