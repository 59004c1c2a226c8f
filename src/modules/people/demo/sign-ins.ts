import type { SignIn } from '#platform/http/module.ts'
import type { Platform } from '#platform/platform.ts'
import { cast, type Part } from './cast.ts'

const words: Record<Part, string> = {
  coordinator: 'coordinator',
  secondCoordinator: 'second coordinator, of another member',
  representative: 'representative of a member',
  deputy: 'deputy representative',
  individual: 'individual representative',
  partner: 'representative of a partner',
  applicant: 'applicant',
  monitor: 'monitor of incidents',
  secondMonitor: 'second monitor',
  officer: 'officer of the Commissioner’s secretariat',
  administrator: 'installation administrator',
}

/** One person of the cast for each part, from the first umbrella that has one, with the address to become that person. */
export async function demonstrationSignIns({ config }: Platform): Promise<SignIn[]> {
  return (Object.keys(words) as Part[]).flatMap(part => {
    const person = cast.find(member => member.part === part)
    const where = person?.umbrella ? ` (${person.umbrella})` : ''
    return person
      ? [
          {
            role: words[part] + where,
            address: `${config.origin}/${person.locale}/demonstration?as=${person.key}`,
          },
        ]
      : []
  })
}
