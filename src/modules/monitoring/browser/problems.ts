import type { Problem } from '#platform/http/form.ts'
import { part, words } from './parts.ts'

const fieldOf = (section: HTMLElement, name: string) =>
  section.querySelector<HTMLElement>(`[name="${name}"], [name="${name}[]"]`)

// A group has one legend, a field its label; both stand in the frame around.
const frameOf = (section: HTMLElement, name: string) => fieldOf(section, name)?.closest<HTMLElement>('.field')

function sentence(host: HTMLElement, section: HTMLElement, { field, message, values }: Problem): string {
  const said = words(host, message, values)
  const label = frameOf(section, field)?.querySelector('.field-label')?.firstChild?.textContent?.trim()
  return message.startsWith('platform.form.') && label ? `${label}: ${said}` : said
}

/** Takes away what was said about the last try. */
export function clearProblems(section: HTMLElement): void {
  for (const said of section.querySelectorAll('.error-summary, .problem')) said.remove()
  for (const frame of section.querySelectorAll('[data-invalid]')) frame.removeAttribute('data-invalid')
  for (const field of section.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid')
}

function mark(host: HTMLElement, section: HTMLElement, problem: Problem): void {
  const frame = frameOf(section, problem.field)
  if (!frame) return
  const said = part(host, 'problem')
  said.querySelector('span')!.textContent = words(host, problem.message, problem.values)
  frame.dataset.invalid = ''
  fieldOf(section, problem.field)?.setAttribute('aria-invalid', 'true')
  frame.querySelector('.field-label')?.after(said)
}

/** Says everything that is wrong with one question, on top and at its fields, as the server does. */
export function showProblems(host: HTMLElement, section: HTMLElement, problems: readonly Problem[]): void {
  clearProblems(section)
  const summary = part(host, 'problems').querySelector<HTMLElement>('.error-summary')!
  summary.querySelector('h2')!.textContent = words(host, 'ui.form.problems', { count: problems.length })
  for (const problem of problems) {
    const line = document.createElement('li')
    const link = document.createElement('a')
    link.href = '#main'
    link.textContent = sentence(host, section, problem)
    link.addEventListener('click', event => {
      event.preventDefault()
      fieldOf(section, problem.field)?.focus()
    })
    line.append(link)
    summary.querySelector('ul')!.append(line)
    mark(host, section, problem)
  }
  section.querySelector('form')?.prepend(summary)
  summary.focus()
}
