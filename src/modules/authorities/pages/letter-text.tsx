import { fieldsOfWork } from '#modules/network/index.ts'
import { DescriptionList, Section, usePage } from '#ui/index.ts'
import type { CommunicationView } from '../queries/communication.ts'
import type { Ground } from '../schema/communications.ts'
import { directionWords } from '../words.ts'

const GroundItem = ({ ground, lang }: { ground: Ground; lang: string }) => {
  const { t } = usePage()
  return (
    <li>
      <span lang={lang}>
        <strong>{[ground.title, ground.article].filter(Boolean).join(', ')}</strong>
        {ground.version && <> {t('authorities.letter.versionSaid', { version: ground.version })}</>}
      </span>
      {ground.quote && (
        <blockquote lang={lang} dir="auto" class="whitespace-pre-line">
          {ground.quote}
        </blockquote>
      )}
      {ground.url && (
        <p>
          <a href={ground.url} rel="noreferrer nofollow" class="break-all">
            {ground.url}
          </a>
        </p>
      )}
    </li>
  )
}

/** The words of a letter as its body reads them. */
export const LetterText = ({ letter }: { letter: CommunicationView }) => {
  const { i18n, t } = usePage()
  const asks = letter.kind === 'information_request'
  return (
    <>
      {letter.facts && (
        <Section title={t(asks ? 'authorities.letter.asked' : 'authorities.letter.facts')}>
          <div class="prose" lang={letter.lang} dir="auto">
            <p class="whitespace-pre-line">{letter.facts}</p>
          </div>
        </Section>
      )}
      {letter.grounds.length > 0 && (
        <Section title={t('authorities.letter.grounds')}>
          <div class="prose">
            <ul>
              {letter.grounds.map(ground => (
                <GroundItem ground={ground} lang={letter.lang} />
              ))}
            </ul>
          </div>
        </Section>
      )}
      {letter.proposals.length > 0 && (
        <Section title={t('authorities.letter.proposals')}>
          <div class="prose">
            <ol lang={letter.lang} dir="auto">
              {letter.proposals.map(proposal => (
                <li class="whitespace-pre-line">{proposal}</li>
              ))}
            </ol>
          </div>
        </Section>
      )}
      <DescriptionList
        facts={[
          letter.directions.length > 0 && {
            term: t('authorities.letter.directions'),
            value: i18n.list(letter.directions.map(one => t(directionWords[one]))),
          },
          letter.topics.length > 0 && {
            term: t('authorities.letter.topics'),
            value: i18n.list(letter.topics.map(topic => fieldsOfWork.label(topic, i18n))),
          },
        ]}
      />
    </>
  )
}
