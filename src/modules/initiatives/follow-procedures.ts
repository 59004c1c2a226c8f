import {
  admitByDecision,
  applicationContested,
  applicationWithdrawn,
  reconsiderAdmission,
} from '#modules/network/index.ts'
import { adoptDecided, proposalAfterDecision, proposalInDecision } from './actions/adopt-change.ts'
import { appealAnswered, appealAsked, askAboutAppeal } from './actions/ask-about-appeal.ts'
import { askAboutAdmission, dropAdmission } from './actions/decide-admission.ts'
import {
  type DecisionNews,
  decisionOpened,
  decisionSealed,
  decisionSetAside,
  decisionVoided,
} from './events.ts'

function followAdmissions(): void {
  applicationContested.listen((tx, { application }) => askAboutAdmission(tx, application))
  applicationWithdrawn.listen((tx, { application }) => dropAdmission(tx, application))
  decisionSealed.listen(async (tx, { kind, subject }) => {
    if (kind === 'admission') await admitByDecision(tx, subject)
  })
  decisionSetAside.listen(async (tx, { kind, subject }) => {
    if (kind === 'admission') await reconsiderAdmission(tx, subject)
  })
  // Cancelled is the electorate, not the question: it is asked again at once, with a fresh one.
  decisionVoided.listen(async (tx, { kind, subject, as }) => {
    if (kind === 'admission' && as === 'cancelled') await askAboutAdmission(tx, subject)
  })
}

const isProposal = ({ kind }: DecisionNews) => kind === 'rule' || kind === 'goal'

function followProposals(): void {
  decisionOpened.listen(async (tx, news) => {
    if (isProposal(news)) await proposalInDecision(tx, news.subject, news.decision)
  })
  decisionSealed.listen(async (tx, news) => {
    if (!isProposal(news)) return
    await proposalAfterDecision(tx, news.subject, news.outcome)
    if (news.outcome === 'supported') await adoptDecided(tx, news.decision)
  })
  decisionVoided.listen(async (tx, news) => {
    if (isProposal(news)) await proposalAfterDecision(tx, news.subject, news.as)
  })
}

function followAppeals(): void {
  decisionOpened.listen(async (tx, { kind, subject, decision }) => {
    if (kind === 'reversal') await appealAsked(tx, subject, decision)
  })
  decisionSealed.listen(async (tx, { kind, subject, decision, outcome }) => {
    if (kind === 'reversal') await appealAnswered(tx, { appeal: subject, answer: decision, outcome })
  })
  decisionVoided.listen(async (tx, { kind, subject, as }) => {
    if (kind === 'reversal' && as === 'cancelled') await askAboutAppeal(tx, subject)
  })
}

/** What follows from decisions, and what leads to them: in the same transaction, or not at all. */
export function followProcedures(): void {
  followAdmissions()
  followProposals()
  followAppeals()
}
