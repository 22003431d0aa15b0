/** How a finding is named: 12 hex digits, in commands, the config and reports. */
export const FINGERPRINT = /^[0-9a-f]{12}$/
