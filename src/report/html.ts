/** A self-contained HTML page: it loads nothing, and works from a disk, an artifact or a mail. */
import type { Report } from '../types.ts'
import { block } from './escape.ts'
import { pageData } from './html/data.ts'
import { inline } from './html/inline.ts'
import { page } from './html/page.ts'
import type { Provenance } from './provenance.ts'

export const html = (report: Report, made: Provenance): string => page(report, made, { ...inline, data: block(pageData(report)) })
