import { getDocumentProxy } from 'unpdf'
import { afterAll, expect, test } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import type { JobContext } from '#platform/jobs/index.ts'
import { foundCoalition } from '#tests/coalition.ts'
import { initiativeDesk } from '#tests/initiative-desk.ts'
import { letterDesk, newBody } from '#tests/letters.ts'
import { setStage } from '#tests/visitor.ts'
import { letterJobs } from '../jobs/letters.ts'

const mail = { port: 0, host: 'post.example', listen: null, tls: null }
const stage = await setStage({ mail })
const here = await foundCoalition(stage, 'replies')
const { at, row, written, send } = letterDesk(stage, here)
afterAll(() => stage.close())

async function textOf(pdf: ArrayBuffer): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const pages = Array.from({ length: document.numPages }, (_, n) => document.getPage(n + 1))
  const contents = await Promise.all(pages.map(async page => (await page).getTextContent()))
  return contents.flatMap(({ items }) => items.map(item => ('str' in item ? item.str : ''))).join('')
}

test('a letter says where an answer by mail goes, on its paper and in the mail that carries it', async () => {
  const { platform } = stage
  const iryna = await initiativeDesk(stage, here).representative('iryna-replies')
  const body = await newBody(platform.database, { email: 'office@body.example' })
  const path = await written(iryna, body)
  expect((await send(iryna, path, { channel: 'mail' })).status).toBe(303)
  const { id, number } = await row(path)
  const { rows } = await platform.database.owner.query<{ token: string }>(
    'select token from authorities.reply_addresses where communication_id = $1',
    [id],
  )
  const address = `c-replies-${rows[0]!.token}@post.example`
  const letter = await iryna.browser.get(at(`/${number}/letter.pdf`))
  expect((await textOf(await letter.arrayBuffer())).replace(/\s/g, '')).toContain(address)

  const context = {
    platform,
    inScope: (scope, mode, work) => inScope(platform.database.request, scope, mode, work),
  } as JobContext
  await letterJobs[0]!.handler(context, { umbrella: here.id, id })
  const [sent] = await stage.mail.mailsTo('office@body.example')
  expect(sent!.header('reply-to')).toBe(address)
})
