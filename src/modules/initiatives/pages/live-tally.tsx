import { usePage } from '#ui/index.ts'
import type { Standing } from '../queries/standing.ts'
import { choices } from '../schema/decisions.ts'
import { standingWords } from './standing-words.ts'

const labels = {
  yes: 'initiatives.board.yes',
  no: 'initiatives.board.no',
  abstain: 'initiatives.board.abstain',
  stand_aside: 'initiatives.board.standAside',
} as const

/**
 * How a decision stands, kept up to date while somebody looks; without JavaScript a link loads the page again. For
 * decisions that run; a sealed one has its tally for good.
 */
export const LiveTally = ({ standing }: { standing: Standing }) => {
  const { i18n, link, t } = usePage()
  const { number, electorate, tally } = standing
  const { state, texts, numbers } = standingWords(i18n, standing)
  const here = link(`/decisions/${number}`)
  return (
    <p-live data-stream={`${here}/live`} data-state={state}>
      <p class="lead" data-live="needs" role="status">
        {texts.needs}
      </p>
      {tally && (
        <>
          <progress
            class="progress"
            data-live="yes"
            value={numbers.yes}
            max={electorate}
            aria-label={t('initiatives.board.yesOfAll', { electorate })}
          />
          <dl class="figures">
            {choices.map(choice => (
              <div>
                <dt>{t(labels[choice])}</dt>
                <dd data-live={choice}>{texts[choice]}</dd>
              </div>
            ))}
          </dl>
          <p data-live="answered">{texts.answered}</p>
        </>
      )}
      <p data-live-changed hidden>
        <a href={here}>{t('initiatives.board.changed')}</a>
      </p>
      <noscript>
        <p>
          <a href={here}>{t('initiatives.board.reload')}</a>
        </p>
      </noscript>
    </p-live>
  )
}
