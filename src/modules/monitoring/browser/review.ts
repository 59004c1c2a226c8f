import type { FormValues } from '#platform/http/form.ts'
import { type Step, stepsFor } from '../report/steps.ts'
import { controlsOf, sectionOf } from './answers-in-page.ts'
import { part } from './parts.ts'
import type { ReportInPage } from './report-in-page.ts'

const labelOf = (control: HTMLInputElement) => control.labels?.[0]?.textContent?.trim() ?? ''

function lineOf(control: ReturnType<typeof controlsOf>[number]): string {
  if (control instanceof HTMLSelectElement) {
    return control.value === '' ? '' : (control.selectedOptions[0]?.textContent ?? '')
  }
  if (control instanceof HTMLTextAreaElement) return control.value.trim()
  if (/^(radio|checkbox)$/.test(control.type)) return control.checked ? labelOf(control) : ''
  if (control.type === 'date' && control.valueAsDate) {
    const long = new Intl.DateTimeFormat(document.documentElement.lang, {
      dateStyle: 'long',
      timeZone: 'UTC',
    })
    return long.format(control.valueAsDate)
  }
  return control.type === 'file' || control.type === 'hidden' ? '' : control.value.trim()
}

// A name that was typed and then not given is not told: the answer before it counts.
const isTold =
  ({ naming }: FormValues) =>
  (control: { name: string }) =>
    control.name !== 'name' || naming === 'named'

/** Writes what was answered into the last page, before it is sent. */
export function writeReview(
  host: HTMLElement,
  { values, files }: Pick<ReportInPage, 'values' | 'files'>,
): void {
  const linesOf = (step: Step) =>
    step === 'files'
      ? files.map(({ name }) => name)
      : controlsOf(sectionOf(host, step, values))
          .filter(isTold(values))
          .map(lineOf)
  const rows = stepsFor(values)
    .filter(step => step !== 'review')
    .map(step => {
      const row = part(host, 'answer')
      const question = sectionOf(host, step, values)?.querySelector('h1')?.textContent ?? ''
      const said = linesOf(step).filter(line => line !== '')
      row.querySelector('dt')!.textContent = question
      row.querySelector('dd')!.textContent = said.join('\n') || (host.dataset.unsaid ?? '')
      const change = row.querySelector('button')!
      change.value = step
      change.setAttribute('aria-label', (host.dataset.change ?? '').replace('%', question))
      return row
    })
  sectionOf(host, 'review', values)
    ?.querySelector('dl')
    ?.replaceChildren(...rows)
}
