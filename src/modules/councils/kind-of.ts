import { type CouncilKind, councilKinds } from './schema/councils.ts'

const told: readonly (readonly [RegExp, CouncilKind])[] = [
  [/\b(party|faction|fraction|group|caucus|alliance)\b/, 'group'],
  [/legislat|parliament|assembly|chamber/, 'parliament'],
  [/supervisory/, 'supervisory_board'],
  [/expert/, 'expert_council'],
  [/advisory|consultative/, 'advisory_council'],
  [/public council/, 'public_council'],
  [/committee/, 'parliamentary_committee'],
  [/commission/, 'commission'],
]

/** What a classification of a Popolo file is here; where it says nothing, an organisation in which people sit is a council. */
export function kindOf(classification: string | null, peopled: boolean): CouncilKind {
  const text = (classification ?? '').toLowerCase().replaceAll('_', ' ')
  const own = councilKinds.find(kind => kind.replaceAll('_', ' ') === text)
  return own ?? told.find(([pattern]) => pattern.test(text))?.[1] ?? (peopled ? 'other' : 'group')
}
