import { installationRoutes, umbrellaRoutes } from '#platform/http/routes.ts'
import { actRoutes } from './routes/acts.tsx'
import { attachmentPublicationRoutes } from './routes/attachment-publication.tsx'
import { bodyRoutes } from './routes/bodies.tsx'
import { bodyChangeRoutes } from './routes/body-changes.tsx'
import { bodyImportRoutes } from './routes/body-import.tsx'
import { calendarCorrectionRoutes } from './routes/calendar-corrections.tsx'
import { communicationRoutes } from './routes/communication.tsx'
import { communicationMailRoutes } from './routes/communication-mail.tsx'
import { deadlineFeedRoutes } from './routes/deadline-feed.tsx'
import { deadlineRuleRoutes } from './routes/deadline-rules.tsx'
import { deskFromUmbrella, deskRoutes } from './routes/desk.tsx'
import { draftRoutes } from './routes/drafts.tsx'
import { enclosureRoutes } from './routes/enclosures.ts'
import { heldMailRoutes } from './routes/held-mail.tsx'
import { materialRoutes } from './routes/materials.tsx'
import { messageRoutes } from './routes/messages.tsx'
import { newLetterRoutes } from './routes/new-letter.tsx'
import { officerRoutes } from './routes/officers.tsx'
import { publicationRoutes } from './routes/publication.tsx'
import { registerRoutes } from './routes/register.tsx'
import { scorecardRoutes } from './routes/scorecards.tsx'
import { sendingRoutes } from './routes/sending.tsx'
import { stepRoutes } from './routes/steps.tsx'

/** Letters to public bodies and what comes of them. Words that are no numbers stand before those of one communication. */
export const authoritiesRoutes = umbrellaRoutes()
  .route('/', registerRoutes)
  .route('/', scorecardRoutes)
  .route('/', bodyImportRoutes)
  .route('/', materialRoutes)
  .route('/', bodyRoutes)
  .route('/', bodyChangeRoutes)
  .route('/', officerRoutes)
  .route('/', deadlineRuleRoutes)
  .route('/', calendarCorrectionRoutes)
  .route('/', deadlineFeedRoutes)
  .route('/', actRoutes)
  .route('/', heldMailRoutes)
  .route('/', newLetterRoutes)
  .route('/', draftRoutes)
  .route('/', deskFromUmbrella)
  .route('/', communicationMailRoutes)
  .route('/', enclosureRoutes)
  .route('/', sendingRoutes)
  .route('/', publicationRoutes)
  .route('/', attachmentPublicationRoutes)
  .route('/', communicationRoutes)
  .route('/', stepRoutes)
  .route('/', messageRoutes)

/** The officer's desk: over all umbrellas. */
export const deskOfOfficers = installationRoutes().route('/', deskRoutes)
