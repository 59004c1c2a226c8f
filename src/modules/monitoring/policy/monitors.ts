import type { Viewer } from '#platform/http/viewer.ts'

/** Incidents, codes and grades are for those who code; nobody else, not even coordinators, has to know of single ones. */
export const isMonitor = (viewer: Viewer) => viewer.roles.includes('monitor')
