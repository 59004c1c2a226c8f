// What bench/load.ts uses of autocannon, which brings no types.
declare module 'autocannon' {
  type Request = { method: 'GET'; path: string; headers?: Record<string, string> }
  type Options = { url: string; requests: Request[]; duration: number; connections: number }
  type Result = {
    requests: { average: number }
    latency: { p50: number; p99: number }
    non2xx: number
    errors: number
  }
  export default function autocannon(options: Options): Promise<Result>
}
