export const programFlags: string[]
