import type { PopoloClass, PopoloObject } from '../schema/of-popolo.ts'
import { idText, isObject, popoloClasses } from './classes.ts'

/** A file cut into its classes; `top` is what stood beside them. */
export type PopoloFile = {
  classes: ReadonlyMap<PopoloClass, readonly unknown[]>
  top: PopoloObject
  /** The file was one list of one class. */
  single: boolean
}

export type FileProblem = 'notUtf8' | 'notJson' | 'notPopolo' | 'whichClass' | 'empty'

type Read = { ok: true; file: PopoloFile } | { ok: false; problem: FileProblem }

const byFileName: readonly (readonly [RegExp, PopoloClass])[] = [
  [/vote[-_]?events?/i, 'vote_events'],
  [/votes?/i, 'votes'],
  [/persons?|people/i, 'persons'],
  [/organi[sz]ations?/i, 'organizations'],
  [/memberships?/i, 'memberships'],
  [/posts?/i, 'posts'],
  [/motions?/i, 'motions'],
  [/events?/i, 'events'],
  [/areas?/i, 'areas'],
]

// A field that only this class has, the surest first.
const tellTale: readonly (readonly [PopoloClass, readonly string[]])[] = [
  ['votes', ['voter_id', 'vote_event_id', 'option', 'pair_id']],
  ['memberships', ['person_id', 'on_behalf_of_id', 'post_id']],
  ['vote_events', ['counts', 'motion_id', 'group_results', 'votes']],
  ['motions', ['requirement', 'legislative_session_id', 'creator_id', 'vote_events']],
  ['persons', ['given_name', 'family_name', 'birth_date', 'gender', 'sort_name', 'honorific_prefix']],
  ['organizations', ['founding_date', 'dissolution_date', 'abstract', 'seats']],
  ['areas', ['geometry']],
  ['posts', ['label']],
  ['events', ['start_date']],
  ['organizations', ['classification', 'parent_id']],
  ['persons', ['name']],
]

/** The class of a list that does not say it: by the name of its file, or else by a field that no other class has. */
export function guessClass(list: readonly unknown[], fileName: string): PopoloClass | null {
  const named = byFileName.find(([pattern]) => pattern.test(fileName.replace(/\.[^.]*$/, '')))
  if (named) return named[1]
  const fields = new Set(list.filter(isObject).flatMap(object => Object.keys(object)))
  return tellTale.find(([, telling]) => telling.some(field => fields.has(field)))?.[0] ?? null
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function keyed(content: PopoloObject): Read {
  const classes = new Map<PopoloClass, readonly unknown[]>()
  const top: [string, unknown][] = []
  for (const [key, value] of Object.entries(content)) {
    const known = popoloClasses.find(name => name === key)
    if (known && Array.isArray(value) && value.length > 0) classes.set(known, value)
    else top.push([key, value])
  }
  if (classes.size === 0) return { ok: false, problem: 'empty' }
  return { ok: true, file: { classes, top: Object.fromEntries(top), single: false } }
}

/** Reads a Popolo file: an object with a list for each class, or one list of one class. */
export function readPopolo(bytes: Uint8Array, fileName: string, given: PopoloClass | null = null): Read {
  const text = textOf(bytes)
  if (text === null) return { ok: false, problem: 'notUtf8' }
  const content = parse(text)
  if (content === undefined) return { ok: false, problem: 'notJson' }
  if (isObject(content)) return keyed(content)
  if (!Array.isArray(content)) return { ok: false, problem: 'notPopolo' }
  if (content.length === 0) return { ok: false, problem: 'empty' }
  const name = given ?? guessClass(content, fileName)
  if (!name) return { ok: false, problem: 'whichClass' }
  return { ok: true, file: { classes: new Map([[name, content]]), top: {}, single: true } }
}

/** The ids that the objects of a class have in a file. */
export const idsIn = (file: PopoloFile, name: PopoloClass): string[] =>
  (file.classes.get(name) ?? []).filter(isObject).flatMap(({ id }) => idText(id) ?? [])
