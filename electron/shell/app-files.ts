import { join, normalize, sep } from 'node:path';

export const APP_ORIGIN = 'app://vigie';

/** Whether an address is one of the window's own files. */
export const isOurs = (url: string): boolean => url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`);

/** Whether an address is that of the one page there is: whichever window shows it, and wherever it stands. */
export const isOurPage = (url: string): boolean => /^app:\/\/vigie\/(?:index\.html)?(?:[?#]|$)/.test(url);

/** What no built file has in its path: the other systems' separators, streams of NTFS, control characters. */
const NOT_IN_PATHS = /[\\:\p{Cc}]/u;

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/** The file of a request inside the renderer's folder; null for anything outside it, or that no file is called. */
export const fileOf = (folder: string, address: string): string | null => {
  if (!isOurs(address)) return null;
  const { host, pathname } = new URL(address);
  const path = decoded(pathname === '/' ? '/index.html' : pathname);
  if (path === null || NOT_IN_PATHS.test(path) || `app://${host}` !== APP_ORIGIN) return null;
  const file = normalize(join(folder, path));
  return file.startsWith(folder + sep) ? file : null;
};
