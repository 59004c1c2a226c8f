import { uploaded } from '#modules/network/index.ts'
import { fileResponse, findFile } from '#platform/files/index.ts'
import { allow, open } from '#platform/http/access.ts'
import { found } from '#platform/http/errors.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { refuse } from '#platform/refusal.ts'
import { enclose, takeOut } from '../actions/enclose.ts'
import { canWriteLetters } from '../policy/letters.ts'
import { showDraft } from './drafts.tsx'
import { type C, letterOf, ownDraft } from './letter-of.ts'

// Row-level security leaves out the enclosures that this reader may not see.
async function download(c: C) {
  const file = await c.var.read(async tx => {
    const { enclosures } = await letterOf(c, tx)
    const enclosure = found(enclosures.find(({ id }) => id === idParam(c, 'enclosure')))
    return findFile(tx, enclosure.fileId)
  })
  return fileResponse(c.var.read, found(file))
}

const draftPlace = (c: C) => `/communications/drafts/${idParam(c)}#enclosures`

export const enclosureRoutes = umbrellaRoutes()
  .get('/communications/drafts/:id/enclosures/:enclosure', allow(canWriteLetters), download)
  .get('/communications/:number/enclosures/:enclosure', open, download)

  .post('/communications/drafts/:id/enclosures', allow(canWriteLetters), async c => {
    const file = await uploaded(c, 'file')
    const outcome = await c.var.write(async tx => {
      const { id } = await ownDraft(c, tx)
      if (!file) return refuse('platform.file.empty')
      return enclose(tx, id, { name: file.name, bytes: file })
    })
    if (!outcome.ok) return showDraft(c, outcome)
    return c.var.seeOther(draftPlace(c), 'authorities.said.letterEnclosed')
  })

  .post('/communications/drafts/:id/enclosures/:enclosure/removal', allow(canWriteLetters), async c => {
    const outcome = await c.var.write(async tx => {
      const { id } = await ownDraft(c, tx)
      return takeOut(tx, id, idParam(c, 'enclosure'))
    })
    if (!outcome.ok) return showDraft(c, outcome)
    return c.var.seeOther(draftPlace(c), 'authorities.said.letterTakenOut')
  })
