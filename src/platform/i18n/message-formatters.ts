import type { Formatters } from 'intl-messageformat'

type NumberOptions = Parameters<Formatters['getNumberFormat']>[1]

/** One maker per set of options: the options of a message are one object, parsed once. */
function keptByOptions<Options extends object, Value>(make: (locale: string, options?: Options) => Value) {
  const plain = new Map<string, Value>()
  const special = new WeakMap<Options, Map<string, Value>>()
  return (locale: string, options?: Options): Value => {
    const kept = options ? (special.get(options) ?? new Map<string, Value>()) : plain
    if (options) special.set(options, kept)
    const value = kept.get(locale) ?? make(locale, options)
    kept.set(locale, value)
    return value
  }
}

const one = (locales: Intl.LocalesArgument): string => String(locales)

const cardinal = keptByOptions(locale => new Intl.PluralRules(locale))
const ordinal = keptByOptions(locale => new Intl.PluralRules(locale, { type: 'ordinal' }))
const numbers = keptByOptions(
  (locale, options: NonNullable<NumberOptions> | undefined) =>
    new Intl.NumberFormat(locale, options as Intl.NumberFormatOptions),
)

/**
 * What messages format numbers and choose plurals with. The library's own cache turns its arguments into JSON for every
 * placeholder, which costs more than the formatting.
 */
export const formatters: Formatters = {
  getNumberFormat: (locales, options) => numbers(one(locales), options),
  getPluralRules: (locales, options) => (options?.type === 'ordinal' ? ordinal : cardinal)(one(locales)),
  // No message formats dates: `i18n.date` knows the zone, and the check of messages refuses them.
  getDateTimeFormat: (...given) => new Intl.DateTimeFormat(...given),
}
