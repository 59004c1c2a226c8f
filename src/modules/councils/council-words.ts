import type { MessageKey } from '#platform/i18n/index.ts'
import type { CouncilKind, Duty, MajorityRule, QuorumRule } from './schema/councils.ts'
import type { ApplicationStatus, FormationStage } from './schema/formations.ts'
import type { ContactChannel } from './schema/liaisons.ts'
import type { VoteOption } from './schema/popolo.ts'
import type { Presence, SessionStatus } from './schema/sessions.ts'

type Words<K extends string> = Readonly<Record<K, MessageKey>>

/** What each value is called; keys of messages. */
export const kindWords: Words<Exclude<CouncilKind, 'group'>> = {
  advisory_council: 'councils.kind.advisoryCouncil',
  expert_council: 'councils.kind.expertCouncil',
  public_council: 'councils.kind.publicCouncil',
  supervisory_board: 'councils.kind.supervisoryBoard',
  commission: 'councils.kind.commission',
  parliamentary_committee: 'councils.kind.parliamentaryCommittee',
  parliament: 'councils.kind.parliament',
  other: 'councils.kind.other',
}

export const kindWord = (kind: CouncilKind) => kindWords[kind === 'group' ? 'other' : kind]

export const dutyWords: Words<Duty> = {
  chair: 'councils.duty.chair',
  deputy_chair: 'councils.duty.deputyChair',
  secretary: 'councils.duty.secretary',
  member: 'councils.duty.member',
  observer: 'councils.duty.observer',
}

export const quorumWords: Words<QuorumRule> = {
  half_of_seats: 'councils.quorum.halfOfSeats',
  half_of_members: 'councils.quorum.halfOfMembers',
  two_thirds_of_members: 'councils.quorum.twoThirdsOfMembers',
  number: 'councils.quorum.number',
  none: 'councils.quorum.none',
}

export const majorityWords: Words<MajorityRule> = {
  of_votes: 'councils.majority.ofVotes',
  of_present: 'councils.majority.ofPresent',
  of_members: 'councils.majority.ofMembers',
  of_seats: 'councils.majority.ofSeats',
  two_thirds_of_present: 'councils.majority.twoThirdsOfPresent',
  two_thirds_of_seats: 'councils.majority.twoThirdsOfSeats',
}

export const sessionWords: Words<SessionStatus> = {
  planned: 'councils.session.planned',
  invited: 'councils.session.invited',
  held: 'councils.session.held',
  cancelled: 'councils.session.cancelled',
}

export const presenceWords: Words<Presence> = {
  present: 'councils.presence.present',
  online: 'councils.presence.online',
  excused: 'councils.presence.excused',
  absent: 'councils.presence.absent',
}

export const optionWords: Words<VoteOption> = {
  yes: 'councils.option.yes',
  no: 'councils.option.no',
  abstain: 'councils.option.abstain',
  absent: 'councils.option.absent',
  'not voting': 'councils.option.notVoting',
  paired: 'councils.option.paired',
}

export const stageWords: Words<FormationStage> = {
  initiative_group: 'councils.stage.initiativeGroup',
  call: 'councils.stage.call',
  applications: 'councils.stage.applications',
  assembly: 'councils.stage.assembly',
  election: 'councils.stage.election',
  composition: 'councils.stage.composition',
  abandoned: 'councils.stage.abandoned',
}

export const applicationWords: Words<ApplicationStatus> = {
  received: 'councils.application.received',
  admitted: 'councils.application.admitted',
  refused: 'councils.application.refused',
  withdrawn: 'councils.application.withdrawn',
}

export const channelWords: Words<ContactChannel> = {
  visit: 'councils.channel.visit',
  phone: 'councils.channel.phone',
  mail: 'councils.channel.mail',
  event: 'councils.channel.event',
  other: 'councils.channel.other',
}
