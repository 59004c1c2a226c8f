import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { EmbeddedServer } from '#platform/database/embedded.ts'
import { projectRoot } from '#platform/project-root.ts'
import { datedName, dropDatabase, makeTemplate, type TestServer } from './template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
    /** Where the run notes which pages passed, for all its processes. */
    passedPages: string
  }
}

// Test databases are thrown away: what a power cut would lose does not matter here.
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '300',
  shared_buffers: '128MB',
}

// A history that does not apply fails every test that asks for a database, and leaves the others alone.
async function templateOn(reach: TestServer['reach']): Promise<TestServer> {
  const loaded = datedName('loaded')
  return makeTemplate(reach).then(
    template => ({ reach, template, loaded }),
    error => ({ reach, template: '', loaded, problem: (error as Error).message }),
  )
}

/** One PostgreSQL for the whole run: TEST_DATABASE_URL, or the embedded server on a folder kept between runs. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL
  const embedded = url
    ? null
    : await EmbeddedServer.join(join(projectRoot, '.cache/test-postgres'), { settings })
  const reach = embedded ? { socket: embedded.socket, port: embedded.port } : { url: url! }
  const server = await templateOn(reach)
  const passedPages = join(projectRoot, '.cache/passed', server.loaded)
  project.provide('testServer', server)
  project.provide('passedPages', passedPages)
  return async () => {
    if (!server.problem) await dropDatabase(reach, server.loaded)
    await embedded?.leave()
    await rm(passedPages, { recursive: true, force: true })
  }
}
