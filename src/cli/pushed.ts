import type { Report } from '../types.ts'
export async function pushedReport(_remote: string, _refs: string): Promise<Report> { return { verdicts: [], coverage: [], unread: 'block', notes: [], ms: 0 } }
