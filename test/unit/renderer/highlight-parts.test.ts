import { describe, expect, it } from 'vitest';
import { excerptFromHit, highlightParts } from '../../../renderer/features/queue/highlight-parts.ts';

const shown = (text: string, ...words: string[]): string =>
  highlightParts(text, words)
    .map(({ text: part, isHit }) => (isHit ? `[${part}]` : part))
    .join('');

describe('what a search found', () => {
  it('is marked where a word begins, whatever the case and accents', () => {
    expect(shown('Port de Sète, portail', 'por')).toBe('[Por]t de Sète, [por]tail');
    expect(shown('Énergie du nord', 'energ')).toBe('[Énerg]ie du nord');
    expect(shown('rapport', 'por')).toBe('rapport');
    expect(shown('vpn', 'vpn')).toBe('[vpn]');
  });

  it('never loses or doubles a letter', () => {
    for (const text of ['', 'e\u0301te\u0301 ﬁn', '𝕏 vpn 𝕏', 'aa aa', '"foo OR bar*']) {
      for (const words of [[], ['a'], ['vpn'], ['ete', 'fin'], ['foo', 'OR']]) {
        expect(
          highlightParts(text, words)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }
    }
  });

  it('is near the beginning of an excerpt', () => {
    const found = '… we have looked at it with the customer and the gateway stopped';
    expect(excerptFromHit(found, ['gateway'])).toMatch(/^… .{0,12}gateway/);
    expect(excerptFromHit('gateway stopped', ['gateway'])).toBe('gateway stopped');
  });
});
