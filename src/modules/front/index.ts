export type { ApiDescription } from './api-description.ts'
