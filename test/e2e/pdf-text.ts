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

type Font = { readonly glyphs: Map<number, string>; readonly digits: RegExp };

/** Fonts by their names; those that are drawn glyph by glyph count them in one byte. */
const fontsOf = (objects: Map<string, PdfObject>): Map<string, Font> => {
  const fonts = new Map<string, Font>();
  for (const { head } of objects.values()) {
    for (const [, name = '', number = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = objects.get(number)?.head ?? '';
      const [, toUnicode = ''] = /\/ToUnicode (\d+) 0 R/.exec(font) ?? [];
      const glyphs = glyphsOf(objects.get(toUnicode)?.body ?? '');
      fonts.set(name, { glyphs, digits: font.includes('/Type3') ? /.{2}/g : /.{4}/g });
    }
  }
  return fonts;
};

const FONT = String.raw`\/(?<name>F\d+) [\d.]+ Tf`;
/** What a glyph that stands for no letter is read as. */
const ACTUAL = String.raw`\/ActualText (?:\((?<plain>(?:\\.|[^\\)])*)\)|<FEFF(?<hex>[0-9A-F]*)>)`;
const SHOWN = String.raw`<(?<shown>[0-9A-F]+)>`;
const PART = new RegExp(`${FONT}|${ACTUAL}|${SHOWN}|(?<end>EMC)`, 'gi');

const textOf = (content: string, fonts: Map<string, Font>): string => {
  let font: Font | undefined;
  let isRead = false;
  let text = '';
  for (const { groups = {} } of content.matchAll(PART)) {
    const { name, plain, hex, shown, end } = groups;
    if (name !== undefined) font = fonts.get(name);
    else if (plain !== undefined || hex !== undefined) {
      text += plain?.replaceAll(/\\(.)/g, '$1') ?? toText(hex ?? '');
      isRead = true;
    } else if (end !== undefined) isRead = false;
    else if (!isRead) {
      for (const glyph of shown?.match(font?.digits ?? /.{4}/g) ?? []) {
        text += font?.glyphs.get(Number.parseInt(glyph, 16)) ?? '';
      }
    }
  }
  return text;
};

/** The text of each page of a PDF that Chromium wrote, without its spaces: where words end is in their places. */
export const pdfPages = (pdf: Buffer): readonly string[] => {
  const objects = objectsOf(pdf);
  const fonts = fontsOf(objects);
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b/.test(head))
    .map(({ head }) => {
      const [, contents = ''] = /\/Contents (\d+) 0 R/.exec(head) ?? [];
      return textOf(objects.get(contents)?.body ?? '', fonts).replaceAll(/\s/g, '');
    });
};
