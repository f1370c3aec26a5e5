import { call } from './client.ts';

/** What is typed is kept once typing rests this long; a crash costs no more. */
const REST_MS = 300;

type Waiting = { readonly body: string; readonly timer: ReturnType<typeof setTimeout> };

const waiting = new Map<string, Waiting>();

const save = (key: string, body: string | null): Promise<unknown> =>
  // A core that is away is told by what needs its answer; the next change keeps all of it again.
  call('draft:save', { key, body }).catch(() => undefined);

/** Keeps at once what waits for typing to rest. */
export const flushDrafts = (): void => {
  for (const [key, { body, timer }] of waiting) {
    clearTimeout(timer);
    void save(key, body);
  }
  waiting.clear();
};

window.addEventListener('pagehide', flushDrafts);
window.addEventListener('blur', flushDrafts);

/** Keeps what was typed in a place under its key, soon. */
export const keepDraft = (key: string, body: string): void => {
  clearTimeout(waiting.get(key)?.timer);
  const timer = setTimeout(() => {
    waiting.delete(key);
    void save(key, body);
  }, REST_MS);
  waiting.set(key, { body, timer });
};

/** It was sent or thrown away. */
export const forgetDraft = (key: string): Promise<unknown> => {
  clearTimeout(waiting.get(key)?.timer);
  waiting.delete(key);
  return save(key, null);
};

/** What was kept under a key, as JSON; null where nothing was, or where it cannot be read. */
export const loadDraft = async (key: string): Promise<unknown> => {
  const body = waiting.get(key)?.body ?? (await call('draft:get', { key }).catch(() => null))?.body;
  return parseDraft(body ?? null);
};

/** The JSON of a draft; null where it is none. */
export const parseDraft = (body: string | null): unknown => {
  try {
    return body === null ? null : JSON.parse(body);
  } catch {
    return null;
  }
};
