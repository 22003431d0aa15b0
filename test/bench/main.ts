/** `npm run bench`: what the gate costs, as ratios of one run. Times are of this machine; compare ratios, not times. */
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { packed } from '../helpers/world.ts'
import { growth, hookCosts } from './hook.ts'
import { hostility } from './hostile.ts'
import { throughput } from './throughput.ts'

const leakgate = packed()
try {
  console.log(`node ${process.version}\n`)
  hookCosts(leakgate)
  growth(leakgate)
  throughput()
  hostility()
} finally {
  rmSync(dirname(leakgate), { recursive: true, force: true })
}
