declare module 'virtual:vigie-allowlist' {
  /** Names of all calls and notices of `shared/ipc/contract.ts`, written into the bundle by electron.vite.config.ts. */
  export const CALLS: readonly string[];
  export const NOTICES: readonly string[];
}
