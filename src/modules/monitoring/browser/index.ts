import './no-eval.ts'
import { SealedReport } from './p-report.ts'

customElements.define('p-report', SealedReport)
