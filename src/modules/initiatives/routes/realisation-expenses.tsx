import { uploaded } from '#modules/network/index.ts'
import { allow } from '#platform/http/access.ts'
import { found } from '#platform/http/errors.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { refuse } from '#platform/refusal.ts'
import { recordExpense, strikeExpense } from '../actions/record-expense.ts'
import { expenseForm, reasonForm } from '../forms/realisation.ts'
import { ExpenseFormPage, ReasonPage } from '../pages/expense-forms.tsx'
import { canTakePart, canWork } from '../policy/realisation.ts'
import { resourcesOf } from '../queries/realisation-money.ts'
import {
  type C,
  type FormOf,
  groupMembers,
  handIn,
  handingIn,
  pressing,
  showForm,
} from './realisation-desk.tsx'
import { toPledges } from './realisation-pledges.tsx'

const expensePage =
  (c: C): FormOf =>
  async (tx, realisation, shown) => {
    const members = await groupMembers(c, tx, realisation)
    const { pledges } = await resourcesOf(tx, realisation.id)
    const given = pledges.filter(({ kind, status }) => kind === 'money' && status === 'fulfilled')
    return <ExpenseFormPage {...{ realisation, members }} pledges={given} {...shown} />
  }

const strikingPage =
  (c: C): FormOf =>
  async (tx, realisation, shown) => {
    const { expenses } = await resourcesOf(tx, realisation.id)
    const expense = found(expenses.find(({ id }) => id === idParam(c)))
    return <ReasonPage {...{ realisation, expense }} {...shown} />
  }

async function postExpense(c: C) {
  const receipt = await uploaded(c, 'receipt')
  return handIn(c, {
    may: canWork,
    schema: expenseForm,
    form: expensePage(c),
    act: async (tx, realisation, { membership, ...given }) => {
      handingIn(c, realisation, membership)
      if (!receipt) return refuse('initiatives.expense.receiptMissing')
      const handedIn = { name: receipt.name, bytes: receipt }
      const facts = { ...given, locale: c.var.locale }
      return recordExpense(tx, { realisation: realisation.id, membership, facts, receipt: handedIn })
    },
    ...toPledges,
  })
}

/** What money was spent on. */
export const realisationExpenseRoutes = umbrellaRoutes()
  .get('/realisations/:number/expenses/new', allow(canTakePart), c => showForm(c, canWork, expensePage(c)))
  .post('/realisations/:number/expenses', allow(canTakePart), postExpense)
  .get('/realisations/:number/expenses/:id/striking', allow(canTakePart), c =>
    showForm(c, canWork, strikingPage(c)),
  )
  .post('/realisations/:number/expenses/:id/striking', allow(canTakePart), c =>
    handIn(c, {
      may: canWork,
      schema: reasonForm,
      form: strikingPage(c),
      act: (tx, { id, ...realisation }, { reason }) =>
        strikeExpense(tx, { realisation: id, expense: idParam(c), by: pressing(c, realisation), reason }),
      ...toPledges,
    }),
  )
