import type { Locale } from '#platform/i18n/index.ts'

/** What a person of the cast can show. The network gives the mandates that belong to it. */
export type Part =
  | 'coordinator'
  | 'secondCoordinator'
  | 'representative'
  | 'deputy'
  | 'individual'
  | 'partner'
  | 'applicant'
  | 'monitor'
  | 'secondMonitor'
  | 'officer'
  | 'administrator'

export type CastMember = { key: string; umbrella: string | null; part: Part; name: string; locale: Locale }

const row = (umbrella: string | null, part: Part, name: string, locale: Locale): CastMember => ({
  key: umbrella ? `${umbrella}.${part}` : part,
  umbrella,
  part,
  name,
  locale,
})

/** Invented people. Their addresses end in `.example`, which belongs to nobody (RFC 2606). */
export const cast: CastMember[] = [
  row('international-union', 'coordinator', 'Оксана (демо)', 'uk'),
  row('international-union', 'secondCoordinator', 'Арсен (демо)', 'uk'),
  row('international-union', 'representative', 'Марина (демо)', 'uk'),
  row('international-union', 'deputy', 'Тарас (демо)', 'uk'),
  row('international-union', 'individual', 'Земфіра (демо)', 'uk'),
  row('international-union', 'partner', 'Богдан (демо)', 'uk'),
  row('international-union', 'applicant', 'Ліля (демо)', 'uk'),
  row('international-union', 'monitor', 'Дана (демо)', 'uk'),
  row('international-union', 'secondMonitor', 'Ґеворґ (демо)', 'uk'),
  row('ombudsman-ua', 'coordinator', 'Наталя (демо)', 'uk'),
  row('ombudsman-ua', 'secondCoordinator', 'Юрій (демо)', 'uk'),
  row('ombudsman-ua', 'representative', 'Ірена (демо)', 'uk'),
  row('ombudsman-ua', 'partner', 'Павло (демо)', 'uk'),
  row('lublin-bialystok', 'coordinator', 'Zofia (demo)', 'pl'),
  row('lublin-bialystok', 'secondCoordinator', 'Marek (demo)', 'pl'),
  row('lublin-bialystok', 'representative', 'Amina (demo)', 'pl'),
  row('lublin-bialystok', 'partner', 'João (demo)', 'en'),
  row('local-cooperation', 'coordinator', 'Claire (demo)', 'en'),
  row('local-cooperation', 'secondCoordinator', 'Jakub (demo)', 'pl'),
  row('local-cooperation', 'representative', 'Lucía (demo)', 'en'),
  row('komm', 'coordinator', 'Łucja (demo)', 'pl'),
  row('komm', 'secondCoordinator', 'Stefan (demo)', 'pl'),
  row('komm', 'representative', 'Дарина (demo)', 'uk'),
  row('komm', 'individual', 'Jovan (demo)', 'pl'),
  row('komm', 'partner', 'Maryja (demo)', 'pl'),
  row(null, 'officer', 'Олена (демо)', 'uk'),
  row(null, 'administrator', 'Admin (demo)', 'en'),
]

/** Whom a part gives a role by itself; the others act through a mandate. */
export const roleOfPart: Partial<Record<Part, 'coordinator' | 'monitor'>> = {
  coordinator: 'coordinator',
  secondCoordinator: 'coordinator',
  monitor: 'monitor',
  secondMonitor: 'monitor',
}

/** What opens the vault of the demonstration's monitors. Shown beside their names. */
export const demoPassphrase = 'lanterns along four quiet rivers'

/** The address of a person of the cast: made of its key, so that it can be guessed by whoever writes a test. */
export const castAddress = ({ key }: Pick<CastMember, 'key'>): string =>
  `${key.toLowerCase()}@parasol.example`
