import { extractText } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Coalition, enter, foundCoalition, memberWith, type Present } from '#tests/coalition.ts'
import { newBody, newCommunication, newFile, newMessage, newOfficer, step } from '#tests/communications.ts'
import { pdf, png } from '#tests/file-samples.ts'
import { setStage } from '#tests/visitor.ts'

// Words that stand in what is private, each in another place. None of them may be read by a visitor at any address.
const canaries = {
  hiddenTitle: 'zolovka',
  hiddenFacts: 'pidkova',
  partiesTitle: 'barvinok',
  membersFacts: 'kalamar',
  embargoedTitle: 'svitanok',
  redactedTitle: 'horobets',
  redactedFacts: 'chornobryvets',
  reason: 'vidrada',
  stepText: 'perepona',
  messageOfParties: 'lastivka',
  redactedMessage: 'dzherelo',
  messageWithoutCopy: 'tumanets',
  subject: 'Subject-krynytsia',
  clerk: 'Clerkenko',
  fileText: 'skrynka',
  redactedFileName: 'nezabudka',
  redactedGround: 'volovyk',
  redactedQuote: 'sadivnyk',
  redactedLink: 'melnychenko',
  redactedProposal: 'honchar',
  nameOfPublicFile: 'kovalchuk',
} as const
const secrets = Object.values(canaries)

const stage = await setStage()
const { database } = stage.platform
const { owner } = database
afterAll(() => stage.close())
let place: Coalition
let author: Present
let letter: { id: string; number: number }
const visited: string[] = []

async function look(path: string): Promise<{ status: number; text: string; links: string[] }> {
  const { origin } = stage.platform.config
  const answer = await stage.app.hono.request(new URL(path, origin))
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const type = answer.headers.get('content-type') ?? ''
  const head = [...answer.headers].flat().join(' ')
  const body = type.includes('pdf')
    ? `${Buffer.from(bytes).toString('latin1')} ${(await extractText(bytes, { mergePages: true })).text}`
    : Buffer.from(bytes).toString('utf8')
  visited.push(path)
  const links = [...body.matchAll(/(?:href|"address")="?:?"?([^"#]+)/g)].map(([, link]) =>
    link!.replaceAll('&amp;', '&'),
  )
  return { status: answer.status, text: `${head} ${body}`.toLowerCase(), links }
}

async function enclose(message: string, name: string, bytes: Uint8Array): Promise<string> {
  const id = crypto.randomUUID()
  const file = await newFile(database, place.id, bytes, name)
  await owner.query(
    `insert into authorities.attachments (umbrella_id, communication_id, id, message_id, file_id, sha256) values ($1, $2, $3, $4, $5, $6)`,
    [place.id, letter.id, id, message, file.id, file.sha256],
  )
  return id
}

beforeAll(async () => {
  place = await foundCoalition(stage, 'canary')
  author = await enter(stage, 'author@example.org')
  const officer = await enter(stage, 'officer@example.org')
  const membership = await memberWith(stage, place.id, author.id)
  const body = await newBody(database, { name: { en: 'Ministry of Canaries' } })
  await newOfficer(database, body, officer.id)
  const given = { body, membership }
  const title = `Case of ${canaries.redactedTitle}`
  letter = await newCommunication(database, place.id, {
    ...given,
    title,
    facts: `${canaries.redactedFacts} was refused`,
    ground: {
      title: `Judgment in the case of ${canaries.redactedGround}`,
      quote: `Mr ${canaries.redactedQuote} is right.`,
      url: `https://court.example/${canaries.redactedLink}`,
    },
    proposal: `Let ${canaries.redactedProposal} in.`,
  })
  await newCommunication(database, place.id, {
    ...given,
    title: canaries.hiddenTitle,
    facts: canaries.hiddenFacts,
    prominence: 'hidden',
  })
  await newCommunication(database, place.id, {
    ...given,
    title: canaries.partiesTitle,
    prominence: 'parties',
  })
  await newCommunication(database, place.id, {
    ...given,
    title: 'Inside',
    facts: canaries.membersFacts,
    prominence: 'members',
  })
  const embargoUntil = Temporal.Now.plainDateISO().add({ days: 9 }).toString()
  await newCommunication(database, place.id, { ...given, title: canaries.embargoedTitle, embargoUntil })
  await owner.query(
    "update authorities.communications set prominence_reason = $1 where prominence <> 'public'",
    [canaries.reason],
  )
  const paper = await newFile(database, place.id)
  const by = { communication: letter.id, side: 'authority', body } as const
  await step(database, place.id, officer.id, {
    ...by,
    kind: 'registered',
    reference: '7',
    onDay: '2026-01-11',
  })
  const refused = { resolution: 'refused', text: canaries.stepText, file: paper.id } as const
  await step(database, place.id, officer.id, { ...by, kind: 'answered', ...refused, onDay: '2026-01-20' })

  const page = (rest: string) => `/en/${place.slug}/communications/${letter.number}${rest}`
  const post = async (rest: string, fields: Record<string, string>, files = {}) => {
    const answer = await author.browser.upload(page(rest), fields, files)
    expect(answer.status, rest).toBe(303)
  }
  await post('/redaction', {
    ...{ title: 'Case of [name]', facts: '[name] was refused', next: 'keep' },
    ...{ 'ground-0-title': 'Judgment in the case of [name]', 'ground-0-article': '1' },
    ...{ 'ground-0-quote': 'Mr [name] is right.', 'ground-0-url': '', 'proposal-0': 'Let [name] in.' },
  })
  const told = { subject: canaries.subject, from: canaries.clerk }
  await newMessage(database, place.id, letter.id, { ...told, text: canaries.messageOfParties })
  await newMessage(database, place.id, letter.id, {
    ...told,
    text: canaries.messageWithoutCopy,
    prominence: 'public',
  })
  const message = await newMessage(database, place.id, letter.id, {
    ...told,
    text: `Dear ${canaries.redactedMessage}, no.`,
  })
  await post(`/messages/${message}/publication`, {
    prominence: 'public',
    text: 'Dear [name], no.',
    next: 'keep',
  })
  const secret = Buffer.concat([pdf, Buffer.from(`\n% ${canaries.fileText}`)])
  await enclose(message, `${canaries.redactedFileName}.pdf`, secret)
  const anew = await enclose(
    message,
    `${canaries.redactedFileName}.pdf`,
    Buffer.concat([secret, Buffer.from('2')]),
  )
  await post(`/attachments/${anew}/publication`, {
    prominence: 'public',
    copy: 'text',
    text: 'What everybody may read',
  })
  const drawn = await enclose(
    message,
    `${canaries.redactedFileName}.pdf`,
    Buffer.concat([secret, Buffer.from('3')]),
  )
  const named = await enclose(message, `Answer to ${canaries.nameOfPublicFile}.png`, png)
  const same = { prominence: 'public', copy: 'same', text: '' }
  await post(`/attachments/${named}/publication`, { ...same, name: 'Answer to [name]' })
  const file = new File([new Uint8Array(png)], 'page.png')
  await post(`/attachments/${drawn}/publication`, { prominence: 'public', copy: 'file', text: '' }, { file })
})

test('nothing private is read by a visitor at any address that leads on from the register', async () => {
  const { slug } = place
  const start = ['en', 'uk', 'pl'].flatMap(locale => [
    ...['', '/communications', '/scorecards', '/directory', '/journal'].map(
      path => `/${locale}/${slug}${path}`,
    ),
    ...['.csv', '.json', '.atom'].map(ending => `/${locale}/${slug}/communications${ending}`),
    `/${locale}/${slug}/journal.atom`,
  ])
  const api = ['/communications', `/communications/${letter.number}`, '/bodies'].map(
    path => `/api/v1/${slug}${path}`,
  )
  const own = ['', '/publication', '/redaction'].flatMap(rest =>
    [1, 2, 3, 4, 5].map(number => `/en/${slug}/communications/${number}${rest}`),
  )
  const { rows } = await owner.query<{ id: string }>('select id from authorities.attachments')
  const files = rows.map(({ id }) => `/en/${slug}/communications/${letter.number}/files/${id}`)
  const waiting = [...start, ...api, ...own, ...files]
  const seen = new Set(waiting)
  const found: string[] = []
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const { text, links } = await look(path)
    found.push(...secrets.filter(word => text.includes(word.toLowerCase())).map(word => `${word} at ${path}`))
    for (const link of links) {
      const within = link.startsWith(`/en/${slug}/communications`) || link.startsWith(`/en/${slug}/bodies`)
      if (within && !seen.has(link) && seen.size < 300) {
        seen.add(link)
        waiting.push(link)
      }
    }
  }
  expect(found).toEqual([])
  expect(visited.length).toBeGreaterThan(70)
})

test('the walk opened what is public, and would have seen a canary', async () => {
  const { text } = await look(`/api/v1/${place.slug}/communications/${letter.number}`)
  expect(text).toContain('dear [name], no.')
  const { files } = JSON.parse(text.slice(text.indexOf('{"id"')))
  expect(files).toHaveLength(3)
  expect(text).toContain('answer to [name].png')
  expect(text).toContain('judgment in the case of [name]')
  expect(text).toContain('let [name] in.')
  const papers = await Promise.all(
    files.map(({ id }: { id: string }) =>
      look(`/en/${place.slug}/communications/${letter.number}/files/${id}`),
    ),
  )
  expect(papers.some(paper => paper.text.includes('what everybody may read'))).toBe(true)
  const inside = await (
    await author.browser.get(`/en/${place.slug}/communications/${letter.number}/redaction`)
  ).text()
  expect(inside).toContain(canaries.redactedTitle)
})

test.each(secrets)('searching for «%s» finds nothing', async word => {
  const { text } = await look(`/api/v1/${place.slug}/communications?q=${encodeURIComponent(word)}`)
  expect(text).toContain('"communications":[]')
})

test('a visitor’s own statements see no letter, no answer and no enclosure as it came', async () => {
  const client = await database.request.connect()
  try {
    await client.query(`begin; set local parasol.umbrella = '${place.id}'; set local parasol.account = ''`)
    expect((await client.query('select from authorities.messages')).rowCount).toBe(0)
    expect((await client.query('select from authorities.attachments')).rowCount).toBe(0)
    expect((await client.query('select from authorities.register_messages')).rowCount).toBe(1)
  } finally {
    await client.query('rollback')
    client.release()
  }
})
