export const programFlags: string[]
export const programEnvironment: Record<string, string>
