import { Hono } from 'hono'
import type { Env, UmbrellaEnv } from './context.ts'

/** Routes below `/{locale}/{umbrella}`. Each declares its access as its first handler: `open`, `signedIn`, `allow(…)`. */
export const umbrellaRoutes = () => new Hono<UmbrellaEnv>()

/** Routes below `/{locale}`: sign-in, the person's own account, the list of umbrellas. Same duty to declare access. */
export const installationRoutes = () => new Hono<Env>()
