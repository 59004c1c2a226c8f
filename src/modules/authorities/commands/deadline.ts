import { parseArgs } from 'node:util'
import type { Command } from '#platform/command.ts'
import { createI18n, type I18n, locales } from '#platform/i18n/index.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { acts } from '../deadlines/acts.ts'
import { firstYear, lastYear, zones } from '../deadlines/calendars/calendar.ts'
import { shippedCalendar } from '../deadlines/calendars/shipped.ts'
import { computeDeadline, type Due, type From, type NoDeadline } from '../deadlines/compute.ts'
import type { Step } from '../deadlines/proof.ts'
import { citeText, confidenceWords, lengthText, stepText } from '../deadlines/proof-words.ts'
import { readFrom } from '../deadlines/read-from.ts'
import type { Rule } from '../deadlines/rules/rule.ts'
import { findRule, rules } from '../deadlines/rules/shipped.ts'

const options = {
  list: { type: 'boolean', default: false },
  rule: { type: 'string' },
  from: { type: 'string' },
  extended: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'en' },
} as const

const whyNot: Record<NoDeadline, (rule: Rule) => string> = {
  not_in_force: ({ id, validFrom, validTo }) =>
    `${id} is in force from ${validFrom}${validTo ? ` to ${validTo}` : ''}: it gives no date for that day.`,
  no_extension: ({ id }) => `${id} cannot be extended.`,
  extension_named: ({ id }) => `${id}: no law caps its extension, the public body names the day.`,
  before_calendar: ({ jurisdiction }) =>
    `The calendar of ${jurisdiction} begins with ${firstYear}: days off before that are not known.`,
  beyond_calendar: ({ jurisdiction }) =>
    `The calendar of ${jurisdiction} ends with ${lastYear}: days off after that are not known yet.`,
}

const extensionOf = ({ extension }: Rule) =>
  extension && {
    how: extension.how,
    ...(extension.how === 'named' ? {} : extension.length),
    notice: extension.notice,
    act: acts[extension.cite.act].title.en,
    article: extension.cite.article,
  }

const listed = ({ locale }: I18n, rule: Rule) => ({
  id: rule.id,
  what: rule.what[locale],
  jurisdiction: rule.jurisdiction,
  act: acts[rule.cite.act].title[locale],
  article: rule.cite.article,
  url: acts[rule.cite.act].url,
  ...rule.length,
  starts: rule.starts,
  who: rule.who,
  extension: extensionOf(rule),
  validFrom: rule.validFrom,
  validTo: rule.validTo,
  confidence: rule.cite.confidence,
  verifiedByLawyer: rule.cite.confidence === 'lawyer',
  version: rule.version,
  note: rule.note?.[locale] ?? null,
})

function rowOf(i18n: I18n, rule: Rule, width: number): string {
  const validity = `${rule.validFrom}…${rule.validTo ?? ''}`
  const told = [rule.what[i18n.locale], lengthText(i18n, rule.length), citeText(i18n, rule.cite)]
  return `${rule.id.padEnd(width)}  ${[...told, validity, i18n.t(confidenceWords[rule.cite.confidence])].join(' | ')}`
}

const dueText = (due: Due): string =>
  due instanceof Temporal.PlainDate ? due.toString() : due.toString({ timeZoneName: 'never' })

const toldStep = (i18n: I18n, rule: Rule, step: Step) => ({
  ...{ sentence: step.sentence, ...step.values, text: stepText(i18n, rule, step) },
  act: step.cite && acts[step.cite.act].title[i18n.locale],
  article: step.cite?.article ?? null,
  url: step.cite && acts[step.cite.act].url,
  confidence: step.cite?.confidence ?? null,
  calendar: step.calendar,
})

type Asked = { rule: Rule; from: From; extended: boolean; lang: string }

function read(values: { rule?: string; from?: string; extended: boolean; lang: string }): Asked {
  const { rule: id, from: given, extended, lang } = values
  if (!id || !given) throw new OperatorProblem('Give --rule and --from, or --list.')
  const rule = findRule(id)
  if (!rule) throw new OperatorProblem(`There is no rule "${id}": parasol deadline --list shows them.`)
  const from = readFrom(given, rule)
  if (!from)
    throw new OperatorProblem(`"${given}" is no day like 2026-03-05 and no time like 2026-03-05T10:30.`)
  return { rule, from, extended, lang }
}

function compute({ rule, from, extended }: Asked) {
  const deadline = computeDeadline(rule, from, shippedCalendar(rule.jurisdiction), { extended })
  if (!deadline.ok) throw new OperatorProblem(whyNot[deadline.reason](rule))
  return deadline
}

const speak = (lang: string, zone: string): I18n => {
  const locale = locales.find(one => one === lang)
  if (!locale) throw new OperatorProblem(`"${lang}" is no language of the interface: uk, pl or en.`)
  return createI18n(locale, zone)
}

/**
 * `parasol deadline`: the rules, or one date with its proof. It asks no database: rules and calendars ship with the program,
 * and the proof names the version of the calendar. Corrections that an installation made are on its page of rules.
 */
export const deadlineCommand: Command = {
  name: 'deadline',
  summary: 'list the statutory deadlines, or compute one with its proof',
  usage: '--list [--json] | --rule <id> --from <ISO date or time> [--extended] [--json] [--lang uk|pl|en]',
  async run({ print }, args) {
    const { values } = parseArgs({ args, options })
    if (values.list) {
      const i18n = speak(values.lang, 'UTC')
      const width = Math.max(...rules.map(({ id }) => id.length))
      if (values.json) print(JSON.stringify(rules.map(rule => listed(i18n, rule))))
      else for (const rule of rules) print(rowOf(i18n, rule, width))
      return 0
    }
    const asked = read(values)
    const i18n = speak(asked.lang, zones[asked.rule.jurisdiction])
    const { due, steps } = compute(asked)
    const told = steps.map(step => toldStep(i18n, asked.rule, step))
    if (values.json) {
      const { id, version } = asked.rule
      print(JSON.stringify({ due: dueText(due), steps: told, rule: id, version, extended: asked.extended }))
      return 0
    }
    print(dueText(due))
    told.forEach(({ text, act, article, calendar }, n) => {
      const where = [act && `${act}, ${article}`, calendar && `calendar ${calendar}`].filter(Boolean)
      print(`${n + 1}. ${text}${where.length > 0 ? ` [${where.join('; ')}]` : ''}`)
    })
    return 0
  },
}
