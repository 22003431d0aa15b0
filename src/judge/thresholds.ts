/** The two thresholds on the one scale of confidence. They are chosen from the measured curve: test/docs/model.md. */

/** What the gate refuses: of what is assigned in repositories that the model has not seen, 49 of 50 are secrets. */
export const GATE = 0.6
/** What an audit lists: near the best balance of what is found and what is true. */
export const AUDIT = 0.3
