import { inflateSync } from 'node:zlib';

type PdfObject = { readonly head: string; readonly body: string };

/** The objects of a PDF as Chromium writes it: each by itself, streams deflated. */
const objectsOf = (pdf: Buffer): Map<string, PdfObject> => {
  const text = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const match of text.matchAll(/(\d+) 0 obj\s([\s\S]*?)endobj/g)) {
    const [, number = '', whole = ''] = match;
    const at = /stream\r?\n/.exec(whole);
    const head = at === null ? whole : whole.slice(0, at.index);
    const raw = at === null ? '' : whole.slice(at.index + at[0].length, whole.lastIndexOf('endstream'));
    const isDeflated = head.includes('/FlateDecode') && !head.includes('/Image');
    const body = isDeflated ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw;
    objects.set(number, { head, body });
  }
  return objects;
};

const toText = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));

/** What the glyphs of a font stand for. */
const glyphsOf = (toUnicode: string): Map<number, string> => {
  const glyphs = new Map<number, string>();
  for (const [, block = ''] of toUnicode.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', hex = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      glyphs.set(Number.parseInt(glyph, 16), toText(hex));
    }
  }
  for (const [, block = ''] of toUnicode.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', hex = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const from = Number.parseInt(first, 16);
      for (let glyph = from; glyph <= Number.parseInt(last, 16); glyph++) {
        glyphs.set(glyph, String.fromCharCode(Number.parseInt(hex, 16) + glyph - from));
      }
    }
  }
  return glyphs;
};

/** The text of each page of a PDF that Chromium wrote, without its spaces: where words end is in their places. */
export const pdfPages = (pdf: Buffer): readonly string[] => {
  const objects = objectsOf(pdf);
  const fonts = new Map<string, Map<number, string>>();
  for (const { head } of objects.values()) {
    for (const [, name = '', number = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const [, toUnicode = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number)?.head ?? '') ?? [];
      fonts.set(name, glyphsOf(objects.get(toUnicode)?.body ?? ''));
    }
  }
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b/.test(head))
    .map(({ head }) => {
      const [, contents = ''] = /\/Contents (\d+) 0 R/.exec(head) ?? [];
      let font = new Map<number, string>();
      let text = '';
      for (const [, name, hex] of (objects.get(contents)?.body ?? '').matchAll(
        /\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g,
      )) {
        if (name !== undefined) font = fonts.get(name) ?? new Map();
        for (const glyph of hex?.match(/.{4}/g) ?? []) text += font.get(Number.parseInt(glyph, 16)) ?? '';
      }
      return text.replaceAll(/\s/g, '');
    });
};
