import type { FormValues } from '#platform/http/form.ts'
import { type Step, steps, withAnswers } from '../report/steps.ts'

const sectionsOf = (host: HTMLElement, step: Step) => [
  ...host.querySelectorAll<HTMLElement>(`[data-step=${step}]`),
]

/** Where a question is asked; for the day there are several ways to ask. */
export function sectionOf(host: HTMLElement, step: Step, { precision }: FormValues): HTMLElement | undefined {
  const all = sectionsOf(host, step)
  return all.length > 1 ? all.find(({ dataset }) => dataset.precision === precision) : all[0]
}

const isControl = (control: Element): control is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement =>
  control instanceof HTMLInputElement ||
  control instanceof HTMLSelectElement ||
  control instanceof HTMLTextAreaElement

/** The inputs of a question, in the order in which they stand. */
export const controlsOf = (section: HTMLElement | undefined) =>
  [...(section?.querySelector('form')?.elements ?? [])].filter(isControl)

function bodyOf(section: HTMLElement | undefined): Record<string, string | string[]> {
  const form = section?.querySelector('form')
  const body: Record<string, string | string[]> = {}
  for (const [name, value] of form ? new FormData(form) : []) {
    if (typeof value !== 'string') continue
    body[name] = name in body ? [body[name]!, value].flat() : value
  }
  return body
}

/** Everything that was answered so far. */
export const answersIn = (host: HTMLElement): FormValues =>
  steps.reduce<FormValues>(
    (values, step) => withAnswers(values, step, bodyOf(sectionOf(host, step, values))),
    {},
  )

/** Puts answers back into their fields. */
export function fill(host: HTMLElement, values: FormValues): void {
  for (const step of steps) {
    for (const control of controlsOf(sectionOf(host, step, values))) {
      const given = [values[control.name.replace('[]', '')] ?? []].flat()
      if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) {
        control.checked = given.includes(control.value)
      } else if (control.type !== 'file' && given[0] !== undefined) {
        control.value = given[0]
      }
    }
  }
}
