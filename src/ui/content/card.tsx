import type { Child, PropsWithChildren } from 'hono/jsx'

type CardProps = PropsWithChildren<{
  title?: Child
  /** The whole card leads there; the link's words are the title. */
  href?: string
  /** Small words above the title: kind, date. */
  kicker?: Child
  footer?: Child
}>

/** One thing among its like. Its title is an `<h3>`. */
export const Card = ({ title, href, kicker, footer, children }: CardProps) => (
  <article class={href === undefined ? 'card-box' : 'card-box card-link'}>
    {kicker !== undefined && <p class="kicker">{kicker}</p>}
    {title !== undefined && <h3>{href === undefined ? title : <a href={href}>{title}</a>}</h3>}
    {children}
    {footer !== undefined && <footer>{footer}</footer>}
  </article>
)

/** Cards side by side as far as there is room. */
export const Cards = ({ children }: PropsWithChildren) => <div class="card-grid">{children}</div>
