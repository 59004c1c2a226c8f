import type { I18n, MessageKey } from '#platform/i18n/index.ts'
import { nowhere } from '../queries/countable.ts'
import type { Dimension } from '../queries/published-cells.ts'
import type { Words } from '../queries/words.ts'
import type { Measure } from '../schema/comparisons.ts'
import type { Standing } from '../schema/releases.ts'
import { shownCode } from '../vocabulary/shown-code.ts'
import type { Step } from './way.ts'

const listOf: Partial<Record<Dimension, string>> = {
  bias: 'bias',
  bias_region: 'bias',
  type: 'types',
  target_group: 'target_groups',
}

const stageWords: Record<string, MessageKey> = {
  not_reported: 'monitoring.statistics.stage.notReported',
  unknown: 'monitoring.statistics.stage.unknown',
  reported: 'monitoring.statistics.stage.reported',
  registered: 'monitoring.statistics.stage.registered',
  charged: 'monitoring.statistics.stage.charged',
  convicted: 'monitoring.statistics.stage.convicted',
  convicted_bias: 'monitoring.statistics.stage.convictedBias',
}

/** A region in the reader's language; what happened nowhere in particular too. */
export const regionWord = (code: string, i18n: I18n): string =>
  code === nowhere ? i18n.t('monitoring.statistics.nowhere') : i18n.region(code)

/** What a code of a table means, in the reader's language. */
export function codeWord(words: Words, dimension: Dimension, code: string, i18n: I18n): string {
  if (code === '') return ''
  if (dimension === 'region') return regionWord(code, i18n)
  if (dimension === 'stage') return i18n.t(stageWords[code] ?? 'monitoring.statistics.stage.unknown')
  if (dimension === 'flag')
    return i18n.t(code === 'Y' ? 'monitoring.statistics.flagged' : 'monitoring.statistics.notFlagged')
  return i18n.text(words.get(`${listOf[dimension]} ${code}`)).value || shownCode(code)
}

export const stepWords: Record<Step, MessageKey> = {
  incidents: 'monitoring.statistics.step.incidents',
  reported: 'monitoring.statistics.step.reported',
  registered: 'monitoring.statistics.step.registered',
  flagged: 'monitoring.statistics.step.flagged',
  charged: 'monitoring.statistics.step.charged',
  convicted: 'monitoring.statistics.step.convicted',
  convicted_bias: 'monitoring.statistics.step.convictedBias',
}

export const measureWords: Record<Measure, MessageKey> = {
  recorded: 'monitoring.statistics.measure.recorded',
  charged: 'monitoring.statistics.measure.charged',
  convicted: 'monitoring.statistics.measure.convicted',
}

/** Which step of ours an official number is compared with. */
export const stepOfMeasure: Record<Measure, Step> = {
  recorded: 'registered',
  charged: 'charged',
  convicted: 'convicted',
}

export const standingWords: Record<Standing, MessageKey> = {
  verified: 'monitoring.statistics.verified',
  assessed: 'monitoring.statistics.assessed',
}
