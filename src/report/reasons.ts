/** Why something was found, for reports: they are kept and passed on, so they tell nothing of a value that would help to guess it. */
import type { Finding } from '../types.ts'

/** Without what was measured of the value, like its length: `explain` shows that, on the terminal, to those who have the value. */
export const reasonsOf = ({ reasons }: Finding) => reasons.filter((reason) => !MEASURED.test(reason))

/** As the model and the test of randomness put it (src/judge/trees.ts, src/judge/shaped.ts). */
const MEASURED = /: -?[\d.]+ \(speaks (?:for|against) a secret\)$|^randomness -?\d+ bits/
