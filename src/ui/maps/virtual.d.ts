// Made at build time by `build/plugin.ts`.
declare module 'virtual:region-maps' {
  export const regionMaps: Record<import('./geometry.ts').MapName, import('./geometry.ts').MapGeometry>
}
