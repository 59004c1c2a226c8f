import { registerMessages } from '#platform/i18n/index.ts'
import en from './en.json' with { type: 'json' }
import pl from './pl.json' with { type: 'json' }
import uk from './uk.json' with { type: 'json' }

declare module '#platform/i18n/index.ts' {
  interface Messages {
    councils: typeof en
  }
}

registerMessages('councils', { uk, pl, en })
