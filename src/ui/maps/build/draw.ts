import { geoIdentity, geoPath } from 'd3-geo'
import type { RegionShape } from '../geometry.ts'
import type { Point, Shape } from './topology.ts'

export type Frame = { width: number; height: number }

// Smaller islands are specks at the size the map is shown.
const speck = 5

// The grid on which a region's middle is looked for.
const fineness = 24

type Rings = Shape['coordinates'][number]

const areaOf = (rings: Rings) => geoPath().area({ type: 'Polygon', coordinates: rings })

/** Path data clipped to the frame, in whole units, relative to be short. Islands below a few square units go. */
export function pathData(shape: Shape, { width, height }: Frame): string {
  const kept = [...shape.coordinates]
    .sort((a, b) => areaOf(b) - areaOf(a))
    .filter((p, n) => n === 0 || areaOf(p) > speck)
  const clip = geoIdentity().clipExtent([
    [0, 0],
    [width, height],
  ])
  const pen = new Pen()
  geoPath(clip, pen)({ type: 'MultiPolygon', coordinates: kept })
  return pen.data
}

/** Regions smaller than `below` square units are marked by a dot, large enough to be seen and pressed. */
export type Dots = { below: number; radius: number }

/** A region ready to be shown; undefined when nothing of it lies in the frame. */
export function draw(shape: Shape, frame: Frame, dots: Dots): RegionShape | undefined {
  const path = pathData(shape, frame)
  if (path === '') return undefined
  const largest = shape.coordinates.reduce((a, b) => (areaOf(b) > areaOf(a) ? b : a))
  const [x, y] = deepest(largest)
  return { path, x, y, ...(areaOf(largest) < dots.below && { dot: dots.radius }) }
}

// A ring that rounding has shrunk to a line is left out.
class Pen {
  data = ''
  #start = ''
  #steps: string[] = []
  #x = 0
  #y = 0
  moveTo(x: number, y: number) {
    this.#x = Math.round(x)
    this.#y = Math.round(y)
    this.#start = `M${this.#x} ${this.#y}`
    this.#steps = []
  }
  lineTo(x: number, y: number) {
    const [dx, dy] = [Math.round(x) - this.#x, Math.round(y) - this.#y]
    if (dx === 0 && dy === 0) return
    this.#x += dx
    this.#y += dy
    this.#steps.push(`${dx}${dy < 0 ? '' : ' '}${dy}`)
  }
  closePath() {
    if (this.#steps.length > 1) this.data += `${this.#start}l${this.#steps.join(' ')}z`
  }
  beginPath() {}
  arc() {}
}

/** The point of a polygon that is farthest from its edges, to within a part of its size. */
function deepest(rings: Rings): Point {
  const [[left, top], [right, bottom]] = geoPath().bounds({ type: 'Polygon', coordinates: rings })
  let best: { at: Point; depth: number } = { at: [left, top], depth: Number.NEGATIVE_INFINITY }
  for (let row = 1; row < fineness; row++) {
    for (let column = 1; column < fineness; column++) {
      const at: Point = [left + ((right - left) * column) / fineness, top + ((bottom - top) * row) / fineness]
      const depth = depthAt(at, rings)
      if (depth > best.depth) best = { at, depth }
    }
  }
  return [Math.round(best.at[0]), Math.round(best.at[1])]
}

// Negative outside. Even–odd over all rings, so that a hole (the city of Kyiv in its oblast) counts as outside.
function depthAt([x, y]: Point, rings: Rings): number {
  let inside = false
  let nearest = Number.POSITIVE_INFINITY
  for (const ring of rings) {
    for (let n = 1; n < ring.length; n++) {
      const [a, b] = [ring[n - 1] as Point, ring[n] as Point]
      if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
      nearest = Math.min(nearest, distance([x, y], a, b))
    }
  }
  return inside ? nearest : -nearest
}

function distance([x, y]: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const along = dx === 0 && dy === 0 ? 0 : ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy)
}
