import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK_BYTES = 1 << 20;
const LINE_END = 0x0a;

/** The lines of a file without their ends, one chunk of it in memory at a time. A last line without an end is told as it is. */
export function* readLines(
  path: string,
): Generator<{ readonly text: string; readonly isEnded: boolean; readonly readBytes: number }> {
  const handle = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    let rest: Buffer[] = [];
    let readBytes = 0;
    for (;;) {
      const length = readSync(handle, chunk, 0, CHUNK_BYTES, null);
      if (length === 0) break;
      readBytes += length;
      let from = 0;
      for (let end = chunk.indexOf(LINE_END); end !== -1 && end < length; end = chunk.indexOf(LINE_END, from)) {
        rest.push(chunk.subarray(from, end));
        yield { text: Buffer.concat(rest).toString('utf8'), isEnded: true, readBytes };
        rest = [];
        from = end + 1;
      }
      // The chunk is read into again: what is left of it is kept aside.
      if (from < length) rest.push(Buffer.from(chunk.subarray(from, length)));
    }
    if (rest.length > 0) yield { text: Buffer.concat(rest).toString('utf8'), isEnded: false, readBytes };
  } finally {
    closeSync(handle);
  }
}
