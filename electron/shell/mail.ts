import { clipboard, shell } from 'electron';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { Input } from '../core/router.ts';
import { VigieError } from '../../shared/ipc/reply.ts';

/** Windows cuts longer addresses off; elsewhere nothing comes near its limit. */
const MAX_URL = process.platform === 'win32' ? 2_000 : 100_000;

/**
 * Opens the system's mail program on a new message. Where the whole does not fit into an address, the text is put on the clipboard
 * instead, to be pasted there.
 */
export const composeMail = async ({
  to,
  subject,
  body,
}: Input<'mail:compose'>): Promise<CallOutput<'mail:compose'>> => {
  const addresses = to.map((address) => encodeURIComponent(address).replace('%40', '@')).join(',');
  // A line break in a subject would begin another header in some mail programs.
  const line = subject.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  const start = `mailto:${addresses}?subject=${encodeURIComponent(line)}`;
  const whole = `${start}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  const isBodyCopied = whole.length > MAX_URL;
  if (isBodyCopied) clipboard.writeText(body);
  try {
    await shell.openExternal(isBodyCopied ? start : whole);
  } catch {
    throw new VigieError(
      'mail/no-program',
      'No mail program answers on this machine. Choose one in the system’s settings.',
    );
  }
  return { isBodyCopied };
};
