import type { Context } from 'hono'
import { fileIn } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { open } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { checkForm, type Problem } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { type Refusal, refuse } from '#platform/refusal.ts'
import { readReceipt } from '#platform/vault/index.ts'
import { addReporterFile, changeConsents, writeAsReporter } from '../actions/write-to-mailbox.ts'
import { messageForm, usesForm } from '../forms/report.ts'
import {
  MailboxDoorPage,
  type MailboxForm,
  MailboxPage,
  type MailboxPageProps,
} from '../pages/report-mailbox.tsx'
import { type Mailbox, openMailbox } from '../queries/mailbox.ts'
import { keepMailbox, type MailboxInHand, readMailboxField } from '../report/kept-report.ts'
import { type Limited, mayDo } from '../report/limits.ts'
import { sameSize } from '../report/same-size.ts'

type C = Context<UmbrellaEnv>
type Body = Record<string, unknown>
type Status = 200 | 409 | 422 | 429

const door = async (c: C, refusal?: Refusal, status: Status = 200) =>
  sameSize(await c.var.page(<MailboxDoorPage refusal={refusal} />, { status }))

const inside = async (c: C, props: MailboxPageProps, status: Status = 200) =>
  sameSize(await c.var.page(<MailboxPage {...props} />, { status }))

// Known and unknown receipts: the same status, the same work, the same length.
async function look(c: C, receipt: string, said?: MessageKey) {
  const kept = await keepMailbox(c.var, receipt)
  const mailbox = await c.var.write(tx => openMailbox(tx, receipt))
  return mailbox ? inside(c, { mailbox, kept, said }) : door(c, refuse('platform.vault.receiptUnknown'))
}

async function knock(c: C) {
  const { receipt: typed } = await c.req.parseBody()
  const receipt = typeof typed === 'string' ? readReceipt(typed) : null
  if (!receipt) {
    const problems = [{ field: 'receipt', message: 'platform.vault.receiptForm' } as const]
    const values = { receipt: typeof typed === 'string' ? typed : '' }
    return sameSize(
      await c.var.page(<MailboxDoorPage problems={problems} values={values} />, { status: 422 }),
    )
  }
  if (!mayDo(c, 'receipts')) return door(c, refuse('monitoring.report.tooMany'), 429)
  return look(c, receipt)
}

/** What somebody does in their mailbox: `problems` where nothing was done. */
type Deed = (tx: Tx, mailbox: Mailbox, turn: string) => Promise<readonly Problem[]>
type Doing = { form: MailboxForm; limited: Limited; said: MessageKey; body: Body }

async function returned(
  c: C,
  { receipt }: MailboxInHand,
  { form, body }: Doing,
  problems: readonly Problem[],
) {
  const kept = await keepMailbox(c.var, receipt)
  const mailbox = await c.var.write(tx => openMailbox(tx, receipt))
  const values = typeof body.text === 'string' ? { text: body.text } : {}
  return mailbox
    ? inside(c, { mailbox, kept, returned: { form, problems, values } }, 422)
    : door(c, refuse('platform.vault.receiptUnknown'))
}

async function act(c: C, doing: Doing, deed: Deed) {
  const field = typeof doing.body.kept === 'string' ? doing.body.kept : ''
  const read = await readMailboxField(c.var, field)
  if (!read.ok) return door(c, refuse('monitoring.report.mailbox.ended'), 409)
  const { receipt, turn } = read.value
  if (!mayDo(c, doing.limited)) {
    const message: MessageKey = 'monitoring.report.tooMany'
    return returned(c, read.value, doing, [{ field: '', message }])
  }
  const problems = await c.var.write(async tx => {
    const mailbox = await openMailbox(tx, receipt)
    return mailbox ? deed(tx, mailbox, turn) : null
  })
  if (problems === null) return door(c, refuse('platform.vault.receiptUnknown'))
  return problems.length > 0 ? returned(c, read.value, doing, problems) : look(c, receipt, doing.said)
}

export const reportMailboxRoutes = umbrellaRoutes()
  .get('/report/mailbox', open, c => door(c))

  .post('/report/mailbox', open, knock)

  .post('/report/mailbox/messages', open, async c => {
    const body: Body = await c.req.parseBody({ all: true })
    const doing = {
      form: 'messages',
      limited: 'messages',
      said: 'monitoring.report.said.sent',
      body,
    } as const
    return act(c, doing, async (tx, mailbox, turn) => {
      const form = checkForm(body, messageForm)
      if (!form.ok) return form.problems
      await writeAsReporter(tx, mailbox, turn, form.data.text)
      return []
    })
  })

  .post('/report/mailbox/files', open, async c => {
    const body: Body = await c.req.parseBody({ all: true })
    const file = fileIn(body, 'file')
    const doing = { form: 'files', limited: 'files', said: 'monitoring.report.said.fileAdded', body } as const
    return act(c, doing, async (tx, mailbox) => {
      if (!file) return [{ field: 'file', message: 'monitoring.report.files.missing' }]
      const added = await addReporterFile(tx, mailbox, file)
      if (added.ok) return []
      return [{ field: 'file', message: added.reason, values: added.values as Problem['values'] }]
    })
  })

  .post('/report/mailbox/consents', open, async c => {
    const body: Body = await c.req.parseBody({ all: true })
    const doing = {
      form: 'consents',
      limited: 'messages',
      said: 'monitoring.report.said.consents',
      body,
    } as const
    return act(c, doing, async (tx, mailbox) => {
      const form = checkForm(body, usesForm)
      if (!form.ok) return form.problems
      await changeConsents(tx, mailbox, form.data.uses)
      return []
    })
  })
