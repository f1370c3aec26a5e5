import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { CALLS, NOTICES } from 'virtual:vigie-allowlist';

const calls = new Set<string>(CALLS);
const noticeNames = new Set<string>(NOTICES);

/** Electron 32 and later ask `webUtils`; the fallback runtime's files carry their path. Neither works on a file that was not dropped. */
const pathOf = (file: File): string => {
  const legacy: unknown = Reflect.get(file, 'path');
  return typeof webUtils?.getPathForFile === 'function'
    ? webUtils.getPathForFile(file)
    : typeof legacy === 'string'
      ? legacy
      : '';
};

// The type of this object is VigieBridge of shared/ipc/bridge.ts; the names are those of the contract at build time.
contextBridge.exposeInMainWorld('vigie', {
  call: (name: string, input: unknown): Promise<unknown> =>
    calls.has(name)
      ? ipcRenderer.invoke('vigie:call', name, input)
      : Promise.resolve({ ok: false, error: { code: 'call/unknown', message: 'unknown call' } }),
  on: (name: string, listener: (payload: unknown) => void): (() => void) => {
    if (!noticeNames.has(name)) return () => {};
    const hear = (_event: IpcRendererEvent, payload: unknown): void => listener(payload);
    ipcRenderer.on(`vigie:notice:${name}`, hear);
    return () => void ipcRenderer.removeListener(`vigie:notice:${name}`, hear);
  },
  offerFiles: (files: readonly File[]): Promise<unknown> =>
    ipcRenderer.invoke(
      'vigie:offer-files',
      // What only looks like a file says nothing of one: its path is the page's own invention.
      files
        .filter((file) => file instanceof File)
        .map(pathOf)
        .filter((path) => path !== ''),
    ),
});
