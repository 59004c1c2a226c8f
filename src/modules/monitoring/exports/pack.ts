import { writeTable } from '#modules/network/index.ts'
import type { I18n } from '#platform/i18n/index.ts'
import { termLabel, termLabels, type Vocabulary } from '../coding/vocabulary.ts'
import type { PackEntry } from '../packs/draft.ts'
import { whenWords } from '../packs/words.ts'
import type { PackView } from '../queries/packs.ts'

const header = [
  ...['number', 'date', 'region', 'bias', 'bias_code', 'type', 'type_codes', 'description', 'victims'],
  ...['authority_response', 'authority_steps', 'source', 'verification'],
]

type Given = { pack: PackView; entries: readonly PackEntry[]; vocabulary: Vocabulary }

/** Incidents of a year for ODIHR, one a line. Numbered anew: our codes stay in the house. */
export const packCsv = (i18n: I18n, { pack, entries, vocabulary }: Given): string =>
  writeTable(
    header,
    pack.incidents.map(({ id, region, bias, types, responses, sourceKinds, verification, ...when }, n) => {
      const texts = entries.find(({ incident }) => incident === id)?.texts ?? {}
      const codes = (list: string, all: readonly string[]) =>
        termLabels(vocabulary, list, all, i18n).join('; ')
      return [
        ...[String(n + 1), whenWords(i18n, when), region ? i18n.region(region) : ''],
        ...[bias ? termLabel(vocabulary, 'bias', bias, i18n) : '', bias ?? ''],
        ...[codes('types', types), types.join(' ')],
        ...[texts.description ?? '', texts.victims ?? '', texts.response ?? ''],
        ...[codes('responses', responses), codes('source_kinds', sourceKinds), verification],
      ]
    }),
  )
