import type { PopoloClass, PopoloObject } from '../schema/of-popolo.ts'
import { voteOptions } from '../schema/popolo.ts'

/** What a column can hold of a field: anything else stays in the object as it was written. */
export type ColumnKind = 'text' | 'name' | 'day' | 'count' | 'list' | 'option'

/** Fields of a Popolo class that have a column here. */
export type ClassMap = {
  table: string
  /** Popolo field → column, what it holds, and the longest text. */
  fields: Readonly<Record<string, readonly [column: string, kind: ColumnKind, longest?: number]>>
  /** Popolo field → column, and the class whose id it names. */
  references: Readonly<Record<string, readonly [column: string, to: PopoloClass]>>
  /** By what an object without an id is known again. */
  known: readonly string[]
  /** What tells two of them apart too, in files that name no ids. */
  also?: readonly string[]
  /** Lists inside an object whose members are objects of another class, and their field that names this object. */
  inside: Readonly<Partial<Record<PopoloClass, string>>>
}

const dates = { start_date: ['start_date', 'day'], end_date: ['end_date', 'day'] } as const
const council = { organization_id: ['council_id', 'organizations'] } as const
const period = { legislative_session_id: ['term_id', 'events'] } as const

/** Every class of Popolo that has a table, in the order in which their tables point at each other. */
export const classMaps: Readonly<Record<PopoloClass, ClassMap>> = {
  areas: {
    table: 'areas',
    fields: {
      name: ['name', 'text', 500],
      identifier: ['identifier', 'text', 200],
      classification: ['classification', 'text', 200],
    },
    references: { parent_id: ['parent_id', 'areas'] },
    known: ['name', 'classification', 'identifier'],
    inside: {},
  },
  organizations: {
    table: 'councils',
    fields: {
      name: ['name', 'name', 500],
      classification: ['classification', 'text', 200],
      founding_date: ['founded', 'day'],
      dissolution_date: ['dissolved', 'day'],
      seats: ['seats', 'count'],
    },
    references: { parent_id: ['parent_id', 'organizations'], area_id: ['area_id', 'areas'] },
    known: ['name', 'classification'],
    inside: { memberships: 'organization_id', posts: 'organization_id', motions: 'organization_id' },
  },
  persons: {
    table: 'people',
    fields: { name: ['name', 'text', 500] },
    references: {},
    known: ['name', 'birth_date'],
    inside: { memberships: 'person_id' },
  },
  posts: {
    table: 'posts',
    fields: { label: ['label', 'text', 500], role: ['role', 'text', 300], ...dates },
    references: { ...council, area_id: ['area_id', 'areas'] },
    known: ['label', 'organization_id', 'role', 'area_id'],
    inside: { memberships: 'post_id' },
  },
  events: {
    table: 'terms',
    fields: { name: ['name', 'text', 500], classification: ['classification', 'text', 200], ...dates },
    references: { ...council, parent_id: ['parent_id', 'events'] },
    known: ['name', 'classification', 'organization_id', 'start_date'],
    inside: {},
  },
  memberships: {
    table: 'memberships',
    fields: { label: ['label', 'text', 500], role: ['role', 'text', 300], ...dates },
    references: {
      ...council,
      person_id: ['person_id', 'persons'],
      post_id: ['post_id', 'posts'],
      on_behalf_of_id: ['on_behalf_of_id', 'organizations'],
      area_id: ['area_id', 'areas'],
      legislative_period_id: ['term_id', 'events'],
    },
    known: [
      ...(['person_id', 'organization_id', 'post_id', 'on_behalf_of_id', 'area_id'] as const),
      ...(['legislative_period_id', 'role', 'label', 'start_date'] as const),
    ],
    also: ['person', 'person_name', 'organization', 'post', 'on_behalf_of'],
    inside: {},
  },
  motions: {
    table: 'motions',
    fields: {
      identifier: ['identifier', 'text', 200],
      classification: ['classification', 'text', 200],
      text: ['text', 'text', 50_000],
      date: ['date', 'day'],
      requirement: ['requirement', 'text', 300],
      result: ['result', 'text', 200],
    },
    references: { ...council, ...period, creator_id: ['creator_id', 'persons'] },
    known: ['identifier', 'text', 'date', 'organization_id'],
    inside: { vote_events: 'motion_id' },
  },
  vote_events: {
    table: 'vote_events',
    fields: {
      identifier: ['identifier', 'text', 200],
      result: ['result', 'text', 200],
      counts: ['counts', 'list'],
      ...dates,
    },
    references: { ...council, ...period, motion_id: ['motion_id', 'motions'] },
    known: ['identifier', 'motion_id', 'organization_id', 'start_date'],
    also: ['motion', 'motion_text'],
    inside: { votes: 'vote_event_id' },
  },
  votes: {
    table: 'votes',
    fields: { option: ['option', 'option'], role: ['role', 'text', 300] },
    references: {
      vote_event_id: ['vote_event_id', 'vote_events'],
      voter_id: ['voter_id', 'persons'],
      group_id: ['group_id', 'organizations'],
      pair_id: ['pair_id', 'persons'],
    },
    known: ['vote_event_id', 'voter_id', 'role'],
    also: ['voter', 'voter_name'],
    inside: {},
  },
}

/** The classes, those first that others point at. */
export const popoloClasses = Object.keys(classMaps) as PopoloClass[]

export const isObject = (value: unknown): value is PopoloObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a map says of a field of a file, which may be called anything: `constructor` too. */
export const told = <T>(map: Readonly<Record<string, T>>, field: string): T | undefined =>
  Object.hasOwn(map, field) ? map[field] : undefined

/** Where a reference may stand as the object itself: `person` for `person_id`. */
export const wholeOf = (reference: string) => reference.replace(/_id$/, '')

/** An id as Popolo files write them: text, sometimes a number. */
export const idText = (value: unknown): string | null =>
  typeof value === 'string' && value !== ''
    ? value
    : typeof value === 'number' && Number.isFinite(value)
      ? String(value)
      : null

const lastDay = (year: number, month: number) => new Temporal.PlainYearMonth(year, month).daysInMonth

/** 2015, 2015-10 or 2015-10-03, and there is such a day. */
export function isPartialDay(value: unknown): value is string {
  const parts = typeof value === 'string' && /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value)
  if (!parts || parts[1] === '0000') return false
  const [, year, month, day] = parts
  if (month === undefined) return true
  if (Number(month) < 1 || Number(month) > 12) return false
  return day === undefined || (Number(day) >= 1 && Number(day) <= lastDay(Number(year), Number(month)))
}

const holds: Record<ColumnKind, (value: unknown, longest: number) => boolean> = {
  text: (value, longest) => typeof value === 'string' && value !== '' && value.length <= longest,
  name: (value, longest) => typeof value === 'string' && value.trim() !== '' && value.length <= longest,
  day: isPartialDay,
  count: value => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 100_000,
  list: value => Array.isArray(value),
  option: value => (voteOptions as readonly unknown[]).includes(value),
}

/** Whether a column can hold the value so that it comes out again as it went in. */
export const fits = (kind: ColumnKind, value: unknown, longest = 500) => holds[kind](value, longest)
