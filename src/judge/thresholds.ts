/** The two thresholds of confidence. They are chosen from the measured curve: test/docs/model.md. */

/** What the gate refuses: there, precision is high and grows slowly. */
export const GATE = 0.6
/** What an audit lists: near the best balance of recall and precision. */
export const AUDIT = 0.3
