import { protocol } from 'electron';
import { extname } from 'node:path';
import { fileOf } from './app-files.ts';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Mantine sets its variables in style elements.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** `codeCache` is not known to the fallback runtime, which leaves it aside. */
const PRIVILEGES = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };

/** Must run before the application is ready. */
export const declareAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: PRIVILEGES }]);

const NOT_FOUND = -6;

/**
 * Serves the built window from its folder and nothing else, with the policy that keeps it to itself. `onServed` is called after each file
 * that was handed over. The newer `protocol.handle` passes every byte through this process's script: that kept the first picture waiting
 * for 50 ms (docs/performance.md).
 */
export const serveAppScheme = (folder: string, onServed: (extension: string) => void): void => {
  protocol.registerFileProtocol('app', ({ url }, answer) => {
    const file = fileOf(folder, url);
    const type = file === null ? undefined : TYPES[extname(file)];
    if (file === null || type === undefined) return answer({ error: NOT_FOUND });
    setImmediate(onServed, extname(file));
    answer({
      path: file,
      headers: {
        'content-type': type,
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
      },
    });
  });
};
