import type { Report } from '../types.ts'
export async function messageReport(_file: string): Promise<Report> { return { verdicts: [], coverage: [], unread: 'block', notes: [], ms: 0 } }
