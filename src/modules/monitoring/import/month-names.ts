const languages = ['uk', 'pl', 'en', 'de', 'cs', 'sk', 'ro', 'hu', 'lt', 'be', 'bg', 'ru']

// As people say in which month: у березні, w marcu. Formats of dates do not have it.
const locatives = [
  'січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні',
  'styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu',
  'январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре',
  'I II III IV V VI VII VIII IX X XI XII',
]

const plain = (name: string) => name.toLowerCase().replace(/\.$/, '')

// As the month stands alone, and as it stands beside a day: березень, березня.
function monthNames(): Map<string, number> {
  const names = new Map<string, number>()
  const add = (name: string, month: number) => names.set(plain(name), names.get(plain(name)) ?? month)
  for (const language of languages)
    for (const month of ['long', 'short'] as const)
      for (const options of [{ month }, { month, day: 'numeric' as const }]) {
        const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
        for (let index = 0; index < 12; index++) {
          const parts = format.formatToParts(new Date(Date.UTC(2026, index, 15)))
          const name = parts.find(({ type }) => type === 'month')?.value ?? ''
          if (/^\p{L}+$/u.test(plain(name))) add(name, index + 1)
        }
      }
  for (const list of locatives) for (const [index, name] of list.split(' ').entries()) add(name, index + 1)
  return names
}

let named: Map<string, number> | undefined

/** Which month a name means in a dozen languages, or a Roman number; undefined when it is none. */
export const monthNamed = (name: string): number | undefined => {
  named ??= monthNames()
  return named.get(plain(name))
}
