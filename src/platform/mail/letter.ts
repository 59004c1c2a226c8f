import { html, raw } from 'hono/html'
import type { Direction } from '#platform/i18n/index.ts'

/** A link with its words. `url` is complete. */
export type LetterLink = { label: string; url: string }

/** One piece of news. `heading` stands above it when there are several. */
export type LetterItem = { heading?: string; paragraphs: string[]; action?: LetterLink }

/** What is sent, before it is text or HTML. Sections are umbrellas. */
export type Letter = {
  lang: string
  dir: Direction
  subject: string
  sections: { heading?: string; items: LetterItem[] }[]
  footer: (string | LetterLink)[]
}

const rule = '-- '

const textOfItem = ({ heading, paragraphs, action }: LetterItem): string =>
  [heading, ...paragraphs, action && `${action.label}:\n${action.url}`].filter(Boolean).join('\n\n')

/** The letter as plain text. */
export function letterText(letter: Letter): string {
  const sections = letter.sections.map(({ heading, items }) => {
    const told = items.map(textOfItem).join('\n\n* * *\n\n')
    return heading ? `${heading.toLocaleUpperCase(letter.lang)}\n\n${told}` : told
  })
  const footer = letter.footer.map(line => (typeof line === 'string' ? line : `${line.label}: ${line.url}`))
  return `${sections.join('\n\n\n')}\n\n${rule}\n${footer.join('\n')}\n`
}

// Mail programs keep no style sheets, so the little style there is stands beside the words. Colours that are readable on
// white and on black leave the rest to the reader's own light or dark mode.
const style = {
  body: 'margin:0;padding:0;font:17px/1.5 system-ui,sans-serif',
  page: 'max-width:36em;margin:0 auto;padding:1.5em 1em',
  button:
    'display:inline-block;padding:.6em 1.1em;border-radius:.4em;background:#1d4ed8;color:#ffffff;text-decoration:none;font-weight:600',
  footer: 'margin-top:2.5em;padding-top:1em;border-top:1px solid #8a8a8a;font-size:14px',
}

const action = ({ label, url }: LetterLink) =>
  html`<p><a href="${url}" style="${style.button}">${label}</a></p>`

const item = ({ heading, paragraphs, action: link }: LetterItem) => html`
${heading ? html`<h3 style="font-size:18px;margin:1.6em 0 .4em">${heading}</h3>` : ''}
${paragraphs.map(paragraph => html`<p style="margin:0 0 1em">${paragraph}</p>`)}
${link ? action(link) : ''}`

const footerLine = (line: string | LetterLink) =>
  html`<p style="margin:0 0 .4em">${typeof line === 'string' ? line : html`<a href="${line.url}">${line.label}</a>`}</p>`

/** The letter as HTML: no picture, nothing fetched from anywhere, everything escaped. */
export async function letterHtml(letter: Letter): Promise<string> {
  const page = await html`${raw('<!doctype html>')}
<html lang="${letter.lang}" dir="${letter.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${letter.subject}</title>
</head>
<body style="${style.body}">
<div lang="${letter.lang}" dir="${letter.dir}" style="${style.page}">
${letter.sections.map(
  ({ heading, items }) => html`
${heading ? html`<h2 style="font-size:21px;margin:1.6em 0 .4em">${heading}</h2>` : ''}
${items.map(item)}`,
)}
<div style="${style.footer}">${letter.footer.map(footerLine)}</div>
</div>
</body>
</html>`
  return page.toString()
}
