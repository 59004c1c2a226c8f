/** How far the coding of one incident has come, as far as the asking person may know. */
export type CodingStanding = {
  /** How many people code it, the asking one among them. */
  begun: number
  done: number
  mine: 'none' | 'open' | 'done'
  /** Codes stand on the incident: whoever begins now has seen them. */
  coded: boolean
}

/** Two people code an incident, each once. Where codes stand already, a further coding would not be blind. */
export const canCode = ({ begun, mine, coded }: CodingStanding): boolean =>
  mine === 'open' || (mine === 'none' && begun < 2 && !coded)

export const canCompare = ({ done }: CodingStanding): boolean => done === 2

/** Without waiting for a second coder: who codes alone takes over what they chose. */
export const canTakeAlone = ({ begun, done, mine }: CodingStanding): boolean =>
  begun === 1 && done === 1 && mine === 'done'
