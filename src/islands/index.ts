import '../styles/index.css'
import { CopyText } from './p-copy.ts'
import { Dismissable } from './p-details.ts'
import { WayOut } from './p-exit.ts'
import { Filters } from './p-filters.ts'
import { KeptForm } from './p-form.ts'
import { Live } from './p-live.ts'
import { Passkey } from './p-passkey.ts'
import { Picture } from './p-picture.ts'
import { Print } from './p-print.ts'
import { VaultPasskey } from './p-vault-passkey.ts'

customElements.define('p-copy', CopyText)
customElements.define('p-details', Dismissable)
customElements.define('p-exit', WayOut)
customElements.define('p-filters', Filters)
customElements.define('p-form', KeptForm)
customElements.define('p-live', Live)
customElements.define('p-passkey', Passkey)
customElements.define('p-picture', Picture)
customElements.define('p-print', Print)
customElements.define('p-vault-passkey', VaultPasskey)
