/** Entry of the hook's bundle: `leakgate hook NAME [--piped SPECS] [ARGS…]`. */
import { hook } from './hook.ts'
import { main } from './main.ts'

export { rehearse } from './rehearse.ts'

const [, , , name = '', ...rest] = process.argv
const [flag, specs, ...after] = rest

void main(() => (flag === '--piped' ? hook(name, after, specs) : hook(name, rest)))
