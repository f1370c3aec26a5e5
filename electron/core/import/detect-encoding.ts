import { isAscii, isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { CheckedFile } from './check-file.ts';
import { binaryKind } from './file-signature.ts';
import { countLetters, isMacRoman } from './macroman.ts';

export type EncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macroman';

export type Encoding = {
  readonly name: EncodingName;
  /** Length of the byte order mark. */
  readonly bomBytes: number;
  /** Nothing but ASCII: then every decoder agrees, and the quickest is taken. */
  readonly isAscii: boolean;
  /** Lines end with a carriage return alone, as those of old Macs do. */
  readonly hasReturnsOnly?: boolean;
};

const BLOCK_BYTES = 262_144;
const LONGEST_SEQUENCE = 4;

const byMark = (head: Buffer): Encoding | null => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { name: 'utf-8', bomBytes: 3, isAscii: false };
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'utf-16le', bomBytes: 2, isAscii: false };
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'utf-16be', bomBytes: 2, isAscii: false };
  return null;
};

/** UTF-16 that somebody wrote without its mark: mostly Latin text, so every other byte is zero. */
const unmarkedUtf16 = (head: Buffer): Encoding | null => {
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 4 && even * 50 < odd) return { name: 'utf-16le', bomBytes: 0, isAscii: false };
  if (even > head.length / 4 && odd * 50 < even) return { name: 'utf-16be', bomBytes: 0, isAscii: false };
  return null;
};

/** Where the last sequence of a block begins, if the block ends within it; else the block's end. */
const wholeSequencesEnd = (block: Buffer): number => {
  for (let back = 1; back <= Math.min(LONGEST_SEQUENCE - 1, block.length); back++) {
    const byte = block[block.length - back] ?? 0;
    if (byte < 0x80) return block.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? block.length - back : block.length;
    }
  }
  return block.length;
};

/**
 * How a file's text is encoded: by its mark; else UTF-8 where the whole file is that, but for a sequence that its end cuts off; else
 * MacRoman where its letters say so; else windows-1252, which reads ISO-8859-1 as well. The whole file is read for it, in blocks. Throws where it is no text.
 */
export const detectEncoding = async (file: CheckedFile): Promise<Encoding> => {
  const handle = await open(file.path, 'r');
  try {
    const buffer = Buffer.alloc(BLOCK_BYTES);
    let kept = 0;
    let isWholeUtf8 = true;
    let isWholeAscii = true;
    let [hasReturn, hasFeed] = [false, false];
    const letters = { mac: 0, windows: 0 };
    for (let at = 0; ;) {
      const { bytesRead } = await handle.read(buffer, kept, BLOCK_BYTES - kept, at);
      if (bytesRead === 0) break;
      const block = buffer.subarray(0, kept + bytesRead);
      if (at === 0) {
        const head = block.subarray(0, 4096);
        const kind = binaryKind(head);
        if (kind !== null) throw new VigieError('import/binary', `'${file.name}' ${kind}`);
        const marked = byMark(head) ?? unmarkedUtf16(head);
        if (marked !== null) return marked;
      }
      at += bytesRead;
      if (block.includes(0)) {
        throw new VigieError('import/binary', `'${file.name}' is not text; export the tickets as CSV or JSON.`);
      }
      isWholeAscii &&= isAscii(block);
      hasReturn ||= block.includes(13);
      hasFeed ||= block.includes(10);
      if (!isWholeAscii) countLetters(block, letters);
      const end = isWholeUtf8 ? wholeSequencesEnd(block) : block.length;
      isWholeUtf8 &&= isUtf8(block.subarray(0, end));
      kept = block.copy(buffer, 0, end);
    }
    const name = isWholeUtf8 ? 'utf-8' : isMacRoman(letters) ? 'macroman' : 'windows-1252';
    return { name, bomBytes: 0, isAscii: isWholeAscii, hasReturnsOnly: hasReturn && !hasFeed };
  } finally {
    await handle.close();
  }
};
