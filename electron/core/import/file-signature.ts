const startsWith = (head: Buffer, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte);

/** What a file is by its first bytes, where it is no text: the rest of a sentence that begins with its name. Null for text. */
export const binaryKind = (head: Buffer): string | null => {
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) {
    return head.includes('xl/') || head.includes('[Content_Types].xml')
      ? 'is an Excel workbook: save it as CSV and import that.'
      : 'is an archive: unpack it and import the files in it.';
  }
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0))
    return 'is an Excel workbook of the old kind: save it as CSV and import that.';
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return 'is a PDF: export the tickets as CSV or JSON.';
  if (startsWith(head, 0x1f, 0x8b)) return 'is compressed: unpack it and import the file in it.';
  if (head.subarray(0, 15).toString('latin1') === 'SQLite format 3')
    return 'is a database: export the tickets as CSV or JSON.';
  return null;
};
