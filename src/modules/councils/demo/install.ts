import type { Platform } from '#platform/platform.ts'

/** Councils of the demonstration. */
export async function installCouncils(_platform: Platform): Promise<void> {}
