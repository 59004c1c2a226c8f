import type { Paper } from '#platform/documents/index.ts'
import type { I18n } from '#platform/i18n/index.ts'
import type { Json } from '#platform/journal/record.ts'
import type { UmbrellaFace } from '#platform/umbrellas/index.ts'
import type { Due } from '../deadlines/compute.ts'
import type { Step } from '../deadlines/proof.ts'
import {
  citeText,
  confidenceWords,
  jurisdictionWords,
  lengthText,
  stepText,
} from '../deadlines/proof-words.ts'
import type { Rule } from '../deadlines/rules/rule.ts'
import { dueWords } from '../pages/deadline-calculator.tsx'

type Given = { rule: Rule; due: Due; steps: readonly Step[] }

const stepRow = (i18n: I18n, rule: Rule, step: Step): Json => ({
  text: stepText(i18n, rule, step),
  source: [
    step.cite && citeText(i18n, step.cite),
    step.calendar && i18n.t('authorities.deadline.calendarOf', { calendar: step.calendar }),
  ]
    .filter(Boolean)
    .join('; '),
})

/** The proof of a date on paper: for a complaint, or for whoever wants to count again. */
export function deadlinePaper(
  { rule, due, steps }: Given,
  i18n: I18n,
  umbrella: UmbrellaFace,
): Paper & { name: string } {
  const { t } = i18n
  const coalition = i18n.text(umbrella.name).value
  const title = t('authorities.deadline.result', { day: dueWords(i18n, rule, due) })
  return {
    name: `deadline-${rule.id}-${i18n.lang}.pdf`,
    source: 'src/modules/authorities/papers/deadline.typ',
    title: `${title} ${rule.what[i18n.locale]}`,
    author: coalition,
    footer: `${rule.id} ${rule.version}`,
    lang: i18n.lang,
    // Not the moment of printing: the same proof has the same bytes.
    made: Temporal.Instant.from('2026-01-01T00:00:00Z'),
    data: {
      ...{ title, kicker: coalition, words: { steps: t('authorities.deadline.how') } },
      facts: [
        { label: t('authorities.deadline.what'), value: rule.what[i18n.locale] },
        {
          label: t('authorities.deadline.jurisdictionLabel'),
          value: t(jurisdictionWords[rule.jurisdiction]),
        },
        { label: t('authorities.deadline.period'), value: lengthText(i18n, rule.length) },
        { label: t('authorities.deadline.source'), value: citeText(i18n, rule.cite) },
        { label: t('authorities.deadline.certainty'), value: t(confidenceWords[rule.cite.confidence]) },
      ],
      steps: steps.map(step => stepRow(i18n, rule, step)),
      warning: rule.cite.confidence === 'lawyer' ? '' : t('authorities.deadline.notVerified'),
    },
  }
}
