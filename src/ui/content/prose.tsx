import type { PropsWithChildren } from 'hono/jsx'

/** Running text: headings, lists, quotations and links as in a newspaper, 60–75 characters a line. */
export const Prose = ({ children }: PropsWithChildren) => <div class="prose">{children}</div>
