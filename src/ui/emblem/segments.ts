import { arc } from 'd3-shape'
import { kept } from '#platform/kept.ts'

const centre = 34
const edge = 96
const whole = 2 * Math.PI

/** One segment's place: angles clockwise from twelve o'clock, radii from the middle. */
type Segment = { startAngle: number; endAngle: number; innerRadius: number; outerRadius: number }

/**
 * The outlines of `count` segments of equal area around (0, 0). A few members make one ring, like the panels of an
 * umbrella; many make several, like the years of a tree, the first members inside, so that no segment becomes a hair. The
 * head of every page shows an emblem, of few different sizes.
 */
export const segmentPaths = kept((count: number): readonly string[] => segments(count).map(draw))

/** The places of `count` equal segments, in order of joining. */
export function segments(count: number): Segment[] {
  const all: Segment[] = []
  let before = 0
  for (const size of ringSizes(count)) {
    const innerRadius = radius(before / count)
    const outerRadius = radius((before + size) / count)
    // Every other ring is turned by half a segment, as bricks are laid.
    const turn = before === 0 ? 0 : whole / size / 2
    for (let n = 0; n < size; n++) {
      all.push({
        innerRadius,
        outerRadius,
        startAngle: turn + (n * whole) / size,
        endAngle: turn + ((n + 1) * whole) / size,
      })
    }
    before += size
  }
  return all
}

// The radius within which a share of the area between centre and edge lies.
const radius = (share: number) => Math.sqrt(centre ** 2 + share * (edge ** 2 - centre ** 2))

// As few rings as keep a segment at most four times as long as it is wide; longer rings hold more.
function ringSizes(count: number): number[] {
  const rings = Math.max(1, Math.ceil(Math.sqrt(count / 27)))
  const middles = Array.from({ length: rings }, (_, n) => centre + ((n + 0.5) / rings) * (edge - centre))
  const sum = middles.reduce((a, b) => a + b, 0)
  const sizes = middles.map(middle => Math.floor((count * middle) / sum))
  const rest = count - sizes.reduce((a, b) => a + b, 0)
  return sizes.map((size, n) => (n >= rings - rest ? size + 1 : size)).filter(size => size > 0)
}

const outline = arc<Segment>().digits(1)

function draw(segment: Segment): string {
  const { startAngle, endAngle, innerRadius, outerRadius } = segment
  const alone = endAngle - startAngle > whole - 0.001
  const width = (endAngle - startAngle) * innerRadius
  const gap = alone ? 0 : Math.min(5, width * 0.18, (outerRadius - innerRadius) * 0.12)
  // The gap is a length at the inner edge, so that all gaps look alike.
  return outline
    .padRadius(innerRadius)
    .padAngle(gap / innerRadius)
    .cornerRadius(alone ? 0 : Math.min(5, width / 6))({
    ...segment,
    innerRadius: innerRadius === centre ? innerRadius : innerRadius + gap / 2,
    outerRadius: outerRadius > edge - 0.01 ? outerRadius : outerRadius - gap / 2,
  })!
}
