import { expect } from 'vitest'
import { joinToIncident } from '#modules/monitoring/actions/answer-report.ts'
import { storeConsent, submitReport } from '#modules/monitoring/actions/submit-report.ts'
import type { ConsentUse } from '#modules/monitoring/report/consent-uses.ts'
import { inScope, type Tx } from '#platform/database/scope.ts'
import { newReceipt, openByReceipt } from '#platform/vault/index.ts'
import type { Coalition, Present } from './coalition.ts'
import { incidentSteps } from './incident-steps.ts'
import { given } from './vault-desk.ts'
import type { Stage } from './visitor.ts'

/** What somebody told who gave their name. */
const told = {
  ...{ whose: 'self', naming: 'named', name: 'Оксана Коваленко' },
  what: 'Оксану Коваленко вдарили біля крамниці на вул. Садовій, буд. 12. Телефон 067 123 45 67.',
  ...{ whom: 'Молода жінка', signs: [], why: 'Кричали образи', reported: '', after: 'Поліція відмовила' },
  ...{ wishes: [], contact: '', safely: '' },
  when: { precision: 'unknown' },
  where: { region: 'UA-51', town: 'Одеса', place: '', online: false },
} as const

/** Reports that are joined to incidents of one coalition, and what becomes of their consents. */
function packDesk({ platform }: Stage, place: Coalition) {
  const { request, owner } = platform.database
  const as = <T>(account: string | null, work: (tx: Tx) => Promise<T>): Promise<T> =>
    inScope(request, { umbrella: place.id, account }, 'write', work)

  const incidentId = async (code: string): Promise<string> =>
    (await owner.query('select id from monitoring.incidents where code = $1', [code])).rows[0].id

  return {
    as,
    incidentId,

    /** Somebody reports, and a monitor joins it to the incident. Returns how they take a consent back. */
    async reportOf(monitor: Present, code: string, uses: ConsentUse[]) {
      const [id, receipt, incident] = [crypto.randomUUID(), newReceipt(), await incidentId(code)]
      const mine = { ...told, uses } as unknown as Parameters<typeof submitReport>[1]['told']
      given(await as(null, tx => submitReport(tx, { id, receipt, locale: 'uk', told: mine })))
      await as(monitor.id, async tx => {
        const { rows } = await tx.$client.query('select record_id from monitoring.reports where id = $1', [
          id,
        ])
        given(await joinToIncident(tx, { report: id, record: rows[0].record_id, incident }))
      })
      return {
        takeBack: (use: ConsentUse) =>
          as(null, async tx => {
            given(await openByReceipt(tx, receipt))
            await storeConsent(tx, id, use, false)
          }),
      }
    },

    /** What the tables hold of a pack. */
    packRow: async (id: string) =>
      (await owner.query('select * from monitoring.packs where id = $1', [id])).rows[0],
  }
}

type Fields = Record<string, string | string[]>

const letter = {
  office: 'Головне управління поліції',
  sender: 'Коаліція',
  facts: 'Жінку вдарили на вулиці.',
  ...{ victims: 'Молода жінка', motive: 'Образи', evidence: '' },
}

/** The value of a hidden field. */
export const valueIn = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)![1]!

/** What two monitors of one coalition do with packs, step by step: `vera` writes, `ivan` confirms. */
export function packSteps(stage: Stage, place: Coalition, { vera, ivan }: Record<'vera' | 'ivan', Present>) {
  const steps = incidentSteps(place)
  const desk = packDesk(stage, place)
  const post = (who: Present, path: string, fields: Fields = {}) =>
    who.browser.post(steps.at(`/packs${path}`), fields)

  /** An incident at V1, or at V2 with a direct source that is graded. */
  async function incident(level: 'V1' | 'V2' = 'V1'): Promise<string> {
    const code = await steps.recorded(vera, level === 'V2' ? { kind: 'direct' } : {})
    await steps.done(steps.codes(vera, code, { 'laws[]': ['UA-CC-161', 'PL-KK-119'] }))
    await steps.done(vera.browser.post(steps.at(`/incidents/${code}/codes`)))
    const { rows } = await stage.platform.database.owner.query(
      'select id from monitoring.sources where incident_id = $1',
      [await desk.incidentId(code)],
    )
    for (const [name, grade] of [
      ['reliability', 'B'],
      ['credibility', '2'],
    ] as const) {
      const path = steps.at(`/incidents/${code}/sources/${rows[0].id}/${name}`)
      await steps.done(vera.browser.post(path, { grade }))
    }
    await steps.done(vera.browser.post(steps.at(`/incidents/${code}/verification`), { level }))
    return code
  }

  const complaint = (code: string, over: Fields = {}): Fields => ({
    ...{ kind: 'complaint', incident: code, addressee: 'police', lang: 'uk', reason: 'Writing a complaint' },
    ...over,
  })

  const begun = async (fields: Fields, who = vera): Promise<string> =>
    /packs\/([0-9a-f-]{36})/.exec(await steps.done(post(who, '', fields)))![1]!

  /** Opens a pack and returns its page. */
  async function opened(id: string, who = vera): Promise<string> {
    const answer = await post(who, `/${id}/opening`, { reason: 'Drafting' })
    expect(answer.status).toBe(200)
    return answer.text()
  }

  /** Posts the form of a draft, from the draft that `who` has just opened. */
  const draft = async (id: string, over: Fields = {}, who = vera) =>
    post(who, `/${id}/draft`, {
      ...{
        ...letter,
        n: '0',
        seen: valueIn(await opened(id, who), 'seen'),
        reason: 'Drafting',
        next: 'keep',
      },
      ...over,
    })

  /** A pack that Vera wrote and asked about. */
  async function asked(fields: Fields): Promise<string> {
    const id = await begun(fields)
    await steps.done(draft(id, { next: 'ask' }))
    return id
  }

  const confirm = async (id: string, who = ivan) =>
    post(who, `/${id}/confirmation`, { seen: (await desk.packRow(id)).part_id, reason: 'Confirming' })

  async function final(fields: Fields): Promise<string> {
    const id = await asked(fields)
    await steps.done(confirm(id))
    return id
  }

  return { ...steps, ...desk, post, letter, incident, complaint, begun, opened, draft, asked, confirm, final }
}
