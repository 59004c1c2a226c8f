import * as z from 'zod'
import { checkForm, type FormResult, type FormValues, type Problem } from '#platform/http/form.ts'
import { isId } from '#platform/http/params.ts'
import type { NewIncident } from '../actions/record-incident.ts'
import type { Telling } from '../actions/report-to-incident.ts'
import type { Vocabulary } from '../coding/vocabulary.ts'
import type { ReportLine } from '../queries/report-list.ts'
import { steps, withAnswers } from '../report/steps.ts'
import { factsForm } from './incidents.ts'
import { optionalTerm, pastDay, plainText, reasonForm, requiredTerm } from './parts.ts'
import { messageForm } from './report.ts'
import { mergeForm } from './work.ts'

type Body = Record<string, unknown>

/** An answer, with the reason for which the report is open; `turn` tells one page from the next. */
export const answerForm = z.object({ ...messageForm.shape, ...reasonForm.shape, turn: z.uuid().optional() })

/** Which reports a page is about; whatever is no id is left out. */
export const chosenReports = (given: unknown): string[] =>
  [...new Set([given ?? []].flat())].filter(isId).slice(0, 20)

/** What each report is as a source. Its fields are numbered in the order in which the page shows the reports. */
function tellingsOf(
  body: Body,
  vocabulary: Vocabulary,
  reports: readonly ReportLine[],
): FormResult<Telling[]> {
  const fields = reports.map((_, n) => ({
    [`kind_${n}`]: requiredTerm(vocabulary, 'source_kinds'),
    [`link_${n}`]: optionalTerm(vocabulary, 'source_links'),
  }))
  const form = checkForm(body, z.object(Object.assign({}, ...fields)))
  if (!form.ok) return form
  const given = form.data as Record<string, string | null>
  const tellings = reports.map(({ id, recordId }, n) => ({
    report: id,
    record: recordId,
    kind: given[`kind_${n}`]!,
    link: given[`link_${n}`]!,
  }))
  return { ...form, data: tellings }
}

const texts = z.object({
  summary: plainText(10_000).refine(text => text !== '', { message: 'platform.form.missing' }),
  place: plainText(300),
  day: pastDay,
})

type Read<T> = { values: FormValues; problems: Problem[]; given: (T & { tellings: Telling[] }) | null }

const problemsIn = (...forms: FormResult<unknown>[]): Problem[] =>
  forms.flatMap(form => (form.ok ? [] : form.problems))

/** An incident of reports: every problem of every part at once. A day that is known says the month as well. */
export function readIncidentOfReports(
  body: Body,
  vocabulary: Vocabulary,
  reports: readonly ReportLine[],
): Read<{ facts: Omit<NewIncident, 'sources'> }> {
  const tellings = tellingsOf(body, vocabulary, reports)
  const told = checkForm(body, texts)
  const facts = checkForm(body, factsForm(vocabulary))
  const problems = problemsIn(tellings, told, facts)
  if (!tellings.ok || !told.ok || !facts.ok) return { values: tellings.values, problems, given: null }
  const { day, ...rest } = told.data
  const known =
    day === null ? {} : { month: `${day.slice(0, 7)}-01`, monthUntil: null, precision: 'exact' as const }
  const given = { ...facts.data, ...known, texts: { ...rest, day: day ?? '' } }
  return { values: tellings.values, problems, given: { facts: given, tellings: tellings.data } }
}

/** The code of an incident that is recorded already, and what each report is for it. */
export function readKnownIncident(
  body: Body,
  vocabulary: Vocabulary,
  reports: readonly ReportLine[],
): Read<{ code: string }> {
  const tellings = tellingsOf(body, vocabulary, reports)
  const known = checkForm(body, mergeForm)
  const problems = problemsIn(tellings, known)
  if (!tellings.ok || !known.ok) return { values: tellings.values, problems, given: null }
  return { values: tellings.values, problems, given: { code: known.data.original, tellings: tellings.data } }
}

/** The answers to all questions as one form posts them. */
export const answersAtOnce = (body: Body): FormValues =>
  steps.reduce<FormValues>((values, step) => withAnswers(values, step, body), {})
