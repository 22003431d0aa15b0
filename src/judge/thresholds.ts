/** The two thresholds of confidence. They are chosen from the measured curve: test/docs/model.md. */

/** What the gate refuses: 97.5% of the assigned values it refuses in repositories that the model has not seen are secrets. */
export const GATE = 0.6
/** What an audit lists: near the best balance of recall and precision. */
export const AUDIT = 0.3
