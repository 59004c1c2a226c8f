import { parseArgs } from 'node:util'
import type { Command } from '#platform/command.ts'
import type { Module } from '#platform/http/module.ts'
import { isLocale, locales } from '#platform/i18n/index.ts'
import { closeMail, sendNow } from '#platform/mail/index.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { foundedMail, foundersPath } from '../emails/founded.ts'
import { reservedSlugs } from '../reserved-slugs.ts'
import { createUmbrella } from './found-umbrella.ts'

const options = {
  coordinator: { type: 'string', multiple: true },
  language: { type: 'string', default: 'uk' },
  name: { type: 'string' },
  zone: { type: 'string' },
} as const

function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [slug, ...more] = positionals
  if (!slug || more.length > 0)
    throw new OperatorProblem('Give one address for the umbrella, like: umbrella create komm')
  const { language, zone } = values
  if (!isLocale(language)) throw new OperatorProblem(`--language is one of ${locales.join(', ')}.`)
  if (zone !== undefined && !Intl.supportedValuesOf('timeZone').includes(zone)) {
    throw new OperatorProblem(`--zone “${zone}” is no time zone; it looks like Europe/Kyiv.`)
  }
  return { slug, locale: language, coordinators: values.coordinator ?? [], name: values.name, zone }
}

/** `parasol umbrella create`: founds an umbrella. */
export const umbrellaCreateCommand = (modules: () => readonly Module[]): Command => ({
  name: 'umbrella create',
  summary: 'found a coalition with its first two coordinators',
  usage:
    '<slug> --coordinator <mail> --coordinator <mail> [--name <text>] [--language uk|pl|en] [--zone Europe/Kyiv]',
  async run({ platform, config, print }, args) {
    const given = readArguments(args)
    const opened = await platform()
    await createUmbrella(opened.database.owner, { ...given, reserved: reservedSlugs(modules()) })
    const { slug, locale, coordinators } = given
    for (const to of new Set(coordinators.map(mail => mail.trim().toLowerCase()))) {
      sendNow(opened, {
        to,
        locale,
        template: foundedMail,
        values: { slug },
        link: foundersPath(slug, locale),
      })
    }
    await closeMail(opened, 30_000)
    print(`The umbrella ${slug} is founded. Nobody but its coordinators sees it yet.`)
    print(`Next: each coordinator signs in with their own address, and one completes the first page:`)
    print(`${config.origin}/${locale}${foundersPath(slug, locale)}`)
    return 0
  },
})
