import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { I18n } from '#platform/i18n/index.ts'
import type { Statistics } from '../queries/statistics.ts'

/** What stands on every picture that leaves the page: it must not be read without it. */
export type Frame = { title: string; caveat: string; key: string; source: string; lang: string; dir: string }

/** Title, caveat and source of a picture of one release. */
export const frameOf = (
  i18n: I18n,
  { title, key }: { title: string; key: string },
  coalition: string,
  { release }: Statistics,
): Frame => ({
  title,
  caveat: i18n.t('monitoring.statistics.notPrevalence'),
  key,
  source: i18n.t('monitoring.statistics.pictureSource', {
    coalition,
    number: String(release.number),
    day: i18n.date(release.recordedUntil),
  }),
  lang: i18n.lang,
  dir: i18n.dir,
})

// A file has no style sheet of ours beside it, and paper is light.
const style = `
text { font-family: "Noto Sans", system-ui, "Segoe UI", Roboto, sans-serif; fill: #191e27; font-size: 15px }
.title { font-size: 26px; font-weight: 700 } .caveat { font-size: 16px } .source, .tick, .label { fill: #535862 }
.source { font-size: 13px } .number { font-weight: 700; text-anchor: end } .axis { stroke: #191e27 } .gridline { stroke: #d0cbc5 }
.time-ink, .bar-ink { fill: #015f98 } .time-spike, .time-alarm path { fill: #b7191c }
.time-hidden rect { fill: #f6f4f0; stroke: #7c776f } .time-hidden line, .time-more line { stroke: #015f98; stroke-dasharray: 3 2 }
.time-unknown { fill: #f1eee9 } .time-expected { stroke: #191e27; stroke-width: 2 }
.time-threshold { stroke: #535862; stroke-dasharray: 2 3 } svg { overflow: visible }
.map-around { fill: #f6f4f0 } .region { stroke: #fff; stroke-width: 2 } .shade-0 { fill: #e1ddd7 } .shade-1 { fill: #b0cbdd }
.shade-2 { fill: #86b2cd } .shade-3 { fill: #5c98bb } .shade-4 { fill: #2f7aa8 } .shade-5 { fill: #015f98 }
.shade-unknown { fill: #fff; stroke: #d0cbc5 } .hatch-ground { fill: #f1eee9 } .hatch-line { stroke: #535862; stroke-width: 1.5 }
.region-number { font-size: 24px; font-weight: 700; text-anchor: middle; stroke: #fff; stroke-width: 5; paint-order: stroke }
.beside-dot { text-anchor: start }`

export const pictureWidth = 960
const margin = 32

/** Long lines are broken by hand: SVG breaks none. */
function linesOf(text: string, most: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim()
    if (longer.length > most && lines.at(-1) !== '') lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

const Lines = ({ of, y, step, look }: { of: readonly string[]; y: number; step: number; look: string }) => (
  <>
    {of.map((line, n) => (
      <text class={look} x={margin} y={y + n * step}>
        {line}
      </text>
    ))}
  </>
)

/** A whole SVG file: the drawing between its title and what must be said with it. `height` is that of the drawing. */
export async function pictureFile(frame: Frame, height: number, drawing: Child): Promise<string> {
  const title = linesOf(frame.title, 58)
  const caveat = linesOf(frame.caveat, 104)
  const source = [...linesOf(frame.key, 120), ...linesOf(frame.source, 120)]
  const top = 34 + title.length * 32 + caveat.length * 22 + 20
  const whole = top + height + 24 + source.length * 18 + 12
  const file = (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={pictureWidth}
      height={whole}
      viewBox={`0 0 ${pictureWidth} ${whole}`}
      xml:lang={frame.lang}
      direction={frame.dir}
    >
      <title>{`${frame.title}. ${frame.caveat}`}</title>
      <style>{raw(style)}</style>
      <rect width="100%" height="100%" fill="#ffffff" />
      <Lines of={title} y={46} step={32} look="title" />
      <Lines of={caveat} y={38 + title.length * 32} step={22} look="caveat" />
      <svg aria-hidden="true" x={margin} y={top} width={pictureWidth - 2 * margin} height={height}>
        {drawing}
      </svg>
      <Lines of={source} y={top + height + 40} step={18} look="source" />
    </svg>
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${String(await file)}\n`
}
