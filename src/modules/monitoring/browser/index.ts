import * as z from 'zod'
import { SealedReport } from './p-report.ts'

// Otherwise it tries whether it may make code of text, which the Content-Security-Policy refuses and reports.
z.config({ jitless: true })

customElements.define('p-report', SealedReport)
