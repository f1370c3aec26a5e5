import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, findWords, foldText, searchWords } from '../../../shared/search/find-words.ts';

/** The words as they stand in the text. */
const found = (text: string, ...words: string[]): string[] =>
  findWords(text, words).map(({ start, end }) => text.slice(start, end));

describe('findWords', () => {
  it.each([
    ['case', 'VPN down, vpn up', ['vpn'], ['VPN', 'vpn']],
    ['diacritics in the text', 'Société générale', ['societe', 'gener'], ['Société', 'génér']],
    ['diacritics in the word', 'Societe generale', ['société'], ['Societe']],
    ['marks that stand alone', 'Socie\u0301te\u0301 X', ['societe'], ['Socie\u0301te\u0301']],
    ['word starts only', 'down countdown down-time', ['down'], ['down', 'down']],
    ['a start after punctuation', '(down) /down «down» l’échec', ['down', 'echec'], ['down', 'down', 'down', 'échec']],
    ['digits belong to words', 'P1 XP1 1P1', ['p1'], ['P1']],
    ['a reference', 'see INC-1042.3', ['inc-1042'], ['INC-1042']],
    ['nothing', 'VPN down', ['edge'], []],
    ['an empty word', 'VPN down', ['', '\u0301'], []],
    ['other scripts', 'Привет ПРИВЕТ', ['привет'], ['Привет', 'ПРИВЕТ']],
    ['letters beyond the first plane', '\u{10400}\u{10401} x', ['\u{10428}\u{10429}'], ['\u{10400}\u{10401}']],
  ])('finds %s', (_name, text, words, wanted) => {
    expect(found(text, ...words)).toEqual(wanted);
  });

  it('keeps its place where folding changes the length of what stands before', () => {
    expect(found('İstanbul İ down', 'down')).toEqual(['down']);
    expect(found('İstanbul', 'istanbul')).toEqual(['İstanbul']);
    expect(found('Straße down ﬁn 💥 down', 'down')).toEqual(['down', 'down']);
    expect(found('Straße', 'straße')).toEqual(['Straße']);
    expect(found('ﬁn', 'ﬁ')).toEqual(['ﬁ']);
  });

  it('gives spans in their order, which never overlap', () => {
    expect(found('a.b.c a.b', 'c', 'b', 'a.b.c', 'a')).toEqual(['a.b.c', 'a', 'b']);
    expect(found('network net', 'net', 'network')).toEqual(['network', 'net']);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'é', '.', '-', ' ', 'İ', '\u0301'), maxLength: 30 }),
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'e', '.', '-'), maxLength: 5 }), { maxLength: 5 }),
        (text, words) => {
          let last = 0;
          for (const { start, end } of findWords(text, words)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(words.map(foldText)).toContain(foldText(text.slice(start, end)));
            last = end;
          }
          expect(last).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});

describe('searchWords', () => {
  it.each([
    ['vpn  down', ['vpn', 'down']],
    ['"vpn" OR (down*)', ['vpn', 'OR', 'down']],
    ['jean.roy@nordlys.example', ['jean.roy@nordlys.example']],
    ['l’échec', ['l', 'échec']],
    ['-- ^ * "', []],
    ['', []],
  ])('%j', (text, wanted) => {
    expect(searchWords(text)).toEqual(wanted);
  });
});

describe('excerpt', () => {
  const long = `${'before '.repeat(30)}the échec itself ${'after '.repeat(40)}`;

  it('is the piece around the first word, cut between words where it can be', () => {
    const piece = excerpt(long, ['echec']) ?? '';
    expect(piece).toMatch(/^… before .* the échec itself after .* …$/);
    expect(piece.length).toBeLessThan(160);
  });

  it('is the whole of a short text, on one line, and null where the words are not in it', () => {
    expect(excerpt('the\n échec  itself', ['echec'])).toBe('the échec itself');
    expect(excerpt('the success', ['echec'])).toBeNull();
    expect(excerpt('', ['echec'])).toBeNull();
  });

  it('has the word also where no space is near', () => {
    expect(excerpt(`${'x'.repeat(80)}/échec${'y'.repeat(300)}`, ['echec'])).toContain('échec');
  });
});
