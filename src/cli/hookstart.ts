/** Entry point of the hook's bundle: `leakgate hook NAME [--piped SPECS] [ARGS…]`. */
import { hook, toShim } from './hook.ts'
import { main } from './main.ts'

export { warmUp } from './warmup.ts'

/** Called by bin/leakgate.cjs. A separate function, as the other bundle loads this one too, for its engine. */
export function run(): void {
  const [, , , name = '', ...rest] = process.argv
  const [flag, specs, ...after] = rest
  void main(() => (flag === '--piped' ? hook(name, after, specs) : hook(name, rest)), toShim)
}
