import type { ActId } from './acts.ts'

/** How sure we are of what a source says: a lawyer read it, we read its text, or it is from memory. */
export const confidences = ['lawyer', 'text_seen', 'from_memory'] as const
export type Confidence = (typeof confidences)[number]

/** Where something is written. */
export type Cite = { act: ActId; article: string; confidence: Confidence }
