/** All that other rooms may import of the network. */

/** After an objection: which decision answers an application, and what follows from it. */
export { admitByDecision, awaitDecision } from './actions/admit-by-decision.ts'
/** Who shall hold a post: which decision answers, and what follows from it. */
export { appointByDecision, awaitAppointment, revokeAppointment } from './actions/appoint-by-decision.ts'
/** Posts, and whom the members are asked about: for the demonstration. */
export { askAboutPost } from './actions/ask-about-post.ts'
/** A CSV file cut into rows, whatever encoding and separator an office program gave it; what is told when it cannot be. */
export { tableProblems } from './actions/keep-import.ts'
export { createPost } from './actions/keep-post.ts'
/** What follows for an applicant or a member when the members set aside what they decided about the application. */
export { reconsiderAdmission } from './actions/reconsider-admission.ts'
/** The umbrella that a command names, with the rights of its longest-serving coordinator. */
export { coordinatorScope } from './commands/umbrella-scope.ts'
export { demoMembershipId } from './demo/install.ts'
export {
  applicationContested,
  applicationWithdrawn,
  appointmentAsked,
  appointmentWithdrawn,
  /** @public */
  mandateChanged,
  /** @public */
  membershipEnded,
  /** @public */
  membershipStarted,
} from './events.ts'
/** Parts of forms: texts that must be there or may be missing, boxes, texts in several languages. */
export {
  checkbox,
  optionalDay,
  optionalId,
  optionalLocalised,
  optionalText,
  requiredDay,
  requiredLocalised,
  requiredText,
} from './forms/parts.ts'
/** The file chosen in a form, or null. */
export { fileIn, uploaded } from './forms/upload.ts'
export { type OpenedFile, openFile } from './import/read-list.ts'
export { mostRows } from './import/read-table.ts'
/** A table as CSV that no spreadsheet runs. */
export { writeTable } from './import/write-table.ts'
/** Whom the members are asked about, for which post. */
export { AppointmentFacts } from './pages/appointment.tsx'
/** A page that asks before something serious is done; what somebody wrote in a language of their own choice. */
export { ConfirmationPage } from './pages/confirmation.tsx'
export { Written } from './pages/written.tsx'
/** What an application asks for, and in whose name. */
export { type ApplicationFace, applicationFace } from './queries/applications.ts'
export { type AppointmentView, findAppointment } from './queries/appointments.ts'
export { memberNames, type NetworkFigures, networkFigures } from './queries/figures.ts'
/** Names of members by languages: in SQL, of several, of one. */
export { memberName, type NamedMember, nameOf, namesOf, personName } from './queries/member-name.ts'
/** Persons to tell: of one member, of all members, of members and partners, the secretariat. */
export { coordinators, peopleAmongMembers, peopleInside, peopleOfMember } from './queries/recipients.ts'
/** The day that it is in the coalition's zone. */
export { today } from './queries/today.ts'
/** The rules of the room, for pages that name them. */
export { networkRules } from './rules.ts'
/** What coalitions work on; also the topics of what they do. */
export { fieldsOfWork } from './vocabulary/fields-of-work.ts'
/** Languages beyond those of the interface. */
export { isLanguageTag, languageChoices } from './vocabulary/languages.ts'
