import { reportRules } from '../report/answers.ts'
import { isStep, neighbour, type Step, stepsFor } from '../report/steps.ts'
import { answersIn, fill, sectionOf } from './answers-in-page.ts'
import { listFiles, takeFiles } from './files-in-page.ts'
import { switchLanguage } from './languages.ts'
import { part } from './parts.ts'
import { clearProblems, showProblems } from './problems.ts'
import type { ReportInPage } from './report-in-page.ts'
import { writeReview } from './review.ts'
import { Sender } from './sender.ts'

/** One question after the other, all of them in this page. */
export class Wizard {
  readonly #host: HTMLElement
  readonly #report: ReportInPage
  readonly #rules: ReturnType<typeof reportRules>
  readonly #sender: Sender

  constructor(host: HTMLElement, report: ReportInPage) {
    this.#host = host
    this.#report = report
    // The regions are those of the menu; the server looks at the code once more.
    this.#rules = reportRules({ today: () => host.dataset.today ?? '', isRegion: () => true })
    const kept = host.querySelector<HTMLInputElement>('input[name=kept]')?.value ?? ''
    this.#sender = new Sender(host, report, kept)
    for (const child of [...host.children]) if (child.localName !== 'template') child.remove()
    host.prepend(part(host, 'steps'))
    fill(host, report.values)
    listFiles(host, report.files)
    host.addEventListener('submit', event => this.#pressed(event))
    host.addEventListener('change', event => this.#changed(event))
    window.addEventListener('popstate', this.#wentBack)
    history.replaceState({ step: report.step }, '')
    this.#show(report.step, false)
  }

  #wentBack = ({ state }: PopStateEvent) => {
    if (!this.#host.isConnected) window.removeEventListener('popstate', this.#wentBack)
    else if (!this.#sender.sent) this.#show(isStep(state?.step) ? state.step : 'whose')
  }

  #show(step: Step, focused = true): void {
    const { values } = this.#report
    this.#report.step = step
    if (step === 'review') writeReview(this.#host, this.#report)
    for (const section of this.#host.querySelectorAll<HTMLElement>('[data-step]')) section.hidden = true
    const section = sectionOf(this.#host, step, values)
    if (!section) {
      this.#show('when', focused)
      return
    }
    section.hidden = false
    const progress = section.querySelector<HTMLElement>('.kicker span')
    if (progress) {
      const { long, short } = progress.dataset
      progress.textContent = (stepsFor(values).includes('day') ? long : short) ?? ''
    }
    if (!focused) return
    const heading = section.querySelector('h1')!
    document.title = [heading.textContent, document.title.split(' · ').at(-1)].join(' · ')
    heading.tabIndex = -1
    heading.focus()
    scrollTo(0, 0)
  }

  #goTo(step: Step): void {
    history.pushState({ step }, '')
    this.#show(step)
  }

  #pressed(event: SubmitEvent): void {
    event.preventDefault()
    const button = event.submitter as HTMLButtonElement | null
    const go = button?.value || 'next'
    const { step } = this.#report
    this.#report.values = answersIn(this.#host)
    const { values } = this.#report
    if (button?.hasAttribute('formaction')) void switchLanguage(this.#report, button.formAction)
    else if (isStep(go)) this.#goTo(go)
    else if (go === 'back') this.#goTo(neighbour(values, step, -1))
    else if (step === 'review') this.#submit()
    else this.#next()
  }

  #next(): void {
    const { step, values } = this.#report
    const section = sectionOf(this.#host, step, values)!
    const problems = this.#rules.problemsOf(step, values)
    if (problems.length > 0) {
      showProblems(this.#host, section, problems)
      return
    }
    clearProblems(section)
    this.#goTo(neighbour(values, step, 1))
  }

  #submit(): void {
    const checked = this.#rules.checkReport(this.#report.values)
    if (checked.ok) {
      void this.#sender.send(checked.report)
      return
    }
    const [{ step } = { step: 'whose' as Step }] = checked.problems
    this.#goTo(step)
    const here = checked.problems.filter(problem => problem.step === step)
    showProblems(this.#host, sectionOf(this.#host, step, this.#report.values)!, here)
  }

  #changed({ target }: Event): void {
    if (!(target instanceof HTMLInputElement) || target.type !== 'file') return
    const section = sectionOf(this.#host, 'files', {})!
    const problems = takeFiles(this.#report.files, [...(target.files ?? [])])
    target.value = ''
    listFiles(this.#host, this.#report.files)
    if (problems.length > 0) showProblems(this.#host, section, problems)
    else clearProblems(section)
  }
}
