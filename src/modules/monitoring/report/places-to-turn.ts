import type { MessageKey } from '#platform/i18n/index.ts'
import { euCountries } from '#platform/places/index.ts'

/** A number to call. `what` says who answers. */
export type Helpline = { number: string; what: MessageKey }

type Numbers = { emergency: readonly Helpline[]; help: readonly Helpline[] }

const everywhere: Helpline = { number: '112', what: 'monitoring.report.numbers.all' }
const police: Helpline = { number: '102', what: 'monitoring.report.numbers.policeUkraine' }

const ukraine: Numbers = {
  emergency: [police, everywhere],
  help: [
    { number: '0 800 50 17 20', what: 'monitoring.report.numbers.commissionerUkraine' },
    { number: '0 800 213 103', what: 'monitoring.report.numbers.legalAidUkraine' },
  ],
}
const poland: Numbers = {
  emergency: [everywhere],
  help: [{ number: '800 676 676', what: 'monitoring.report.numbers.commissionerPoland' }],
}

/** Whom to call where this coalition works; one of several countries says whose number is whose. */
export function numbersIn(country: string | null): Numbers {
  if (country === 'UA') return ukraine
  if (country === 'PL') return poland
  if (country !== null && euCountries.includes(country)) return { emergency: [everywhere], help: [] }
  return { emergency: [everywhere, police], help: [...ukraine.help, ...poland.help] }
}

const elsewhere = {
  uk: 'https://uk.wikipedia.org/',
  pl: 'https://pl.wikipedia.org/',
  en: 'https://en.wikipedia.org/',
}

/** Where the quick way out leads: a page on which nobody wonders what somebody does. */
export const wayOut = (locale: string): string => elsewhere[locale as keyof typeof elsewhere] ?? elsewhere.en
