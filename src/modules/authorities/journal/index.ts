import { deadlineJournal } from './deadlines.ts'
import { deskJournal } from './desk.ts'
import { incomingJournal } from './incoming.ts'
import { letterJournal } from './letters.ts'
import { materialJournal } from './materials.ts'
import { publicationJournal } from './publication.ts'
import { stepJournal } from './steps.ts'

/** How the journal tells what happens in this room. */
export const authoritiesJournal = {
  ...stepJournal,
  ...letterJournal,
  ...deskJournal,
  ...deadlineJournal,
  ...publicationJournal,
  ...incomingJournal,
  ...materialJournal,
}
