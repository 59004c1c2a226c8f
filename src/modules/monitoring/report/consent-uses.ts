export const consentUses = ['statistics', 'map', 'authority', 'lawyer', 'media'] as const
/** What a report may be used for; each is agreed to by itself and can be taken back. */
export type ConsentUse = (typeof consentUses)[number]
