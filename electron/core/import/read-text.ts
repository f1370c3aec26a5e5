import { open } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { storable } from '../../../shared/text/storable.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { CheckedFile } from './check-file.ts';
import type { Encoding } from './detect-encoding.ts';
import { decodeMacRoman } from './macroman.ts';
import { decodeWindows1252 } from './windows-1252.ts';

/** Small enough that the rows of a block are read in a few milliseconds, between which the worker answers. */
const BLOCK_BYTES = 65_536;

export type ReadHooks = { readonly signal: AbortSignal; readonly onBytes: (bytes: number) => void };

/** Throws where the import was stopped. */
export const throwIfCancelled = (signal: AbortSignal): void => {
  if (signal.aborted) throw new VigieError('import/cancelled', 'The import was stopped; nothing was changed.');
};

/** How long the worker may be kept from answering, in ms. */
const SLICE_MS = 4;

/** Lets others answer where it is time for that; throws where the import was stopped meanwhile. */
export const createPause = (signal: AbortSignal) => {
  let sinceMs = performance.now();
  return async (): Promise<void> => {
    if (performance.now() - sinceMs < SLICE_MS) return;
    await setImmediate();
    throwIfCancelled(signal);
    sinceMs = performance.now();
  };
};

type Decoder = { readonly write: (bytes: Buffer) => string; readonly end: () => string };

const decoderOf = (encoding: Encoding): Decoder => {
  const decoder = bareDecoderOf(encoding);
  if (encoding.hasReturnsOnly !== true) return decoder;
  return { write: (bytes) => decoder.write(bytes).replaceAll('\r', '\n'), end: decoder.end };
};

const bareDecoderOf = (encoding: Encoding): Decoder => {
  if (encoding.isAscii) return { write: (bytes) => bytes.toString('latin1'), end: () => '' };
  if (encoding.name === 'windows-1252') return { write: decodeWindows1252, end: () => '' };
  if (encoding.name === 'macroman') return { write: decodeMacRoman, end: () => '' };
  const decoder = new TextDecoder(encoding.name);
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
};

/** The text of a file in blocks, without its byte order mark. */
export async function* readText(file: CheckedFile, encoding: Encoding, hooks: ReadHooks): AsyncGenerator<string> {
  const handle = await open(file.path, 'r');
  try {
    const decoder = decoderOf(encoding);
    const buffer = Buffer.alloc(BLOCK_BYTES);
    for (let at = encoding.bomBytes; ;) {
      const { bytesRead } = await handle.read(buffer, 0, BLOCK_BYTES, at);
      throwIfCancelled(hooks.signal);
      if (bytesRead === 0) break;
      at += bytesRead;
      const text = decoder.write(buffer.subarray(0, bytesRead));
      // Of files in UTF-16 alone: in others a NUL makes them no text at all.
      yield text.includes('\0') ? storable(text) : text;
      hooks.onBytes(at);
    }
    yield decoder.end();
  } finally {
    await handle.close();
  }
}
