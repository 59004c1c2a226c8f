import { afterAll } from 'vitest'
import { dropFreshDatabases } from './database.ts'

// Registered here, because a hook cannot be added while another one (a beforeAll) runs.
afterAll(dropFreshDatabases)
