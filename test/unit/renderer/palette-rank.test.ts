import { describe, expect, it } from 'vitest';
import { fitOf, rank } from '../../../renderer/commands/palette/rank.ts';

const item = (...names: readonly string[]) => ({ names });
const first = (typed: string, ...items: readonly (readonly string[])[]): string | undefined =>
  rank(
    items.map((names) => item(...names)),
    typed,
  )[0]?.names[0];

describe('what was typed', () => {
  it('fits without case and diacritics', () => {
    expect(fitOf('Résoudre', 'res')).not.toBeNull();
    expect(fitOf('Escalader', 'ESC')).not.toBeNull();
    expect(fitOf('Étiquettes', 'etiq')).not.toBeNull();
  });

  it('fits by the beginnings of words, in any order', () => {
    expect(fitOf('Wait for the customer', 'cust wait')).not.toBeNull();
    expect(fitOf('Wait for the customer', 'wftc')).not.toBeNull();
    expect(fitOf('Wait for the customer', 'vendor')).toBeNull();
  });

  it('does not fit by two letters from the inside of a word', () => {
    expect(fitOf('Who works here', 're')).toBeNull();
    expect(fitOf('Who works here', 'her')).not.toBeNull();
  });

  it('does not fit by letters strewn over a name', () => {
    expect(fitOf('Engage Cloud Expertise', 'gldp')).toBeNull();
  });
});

describe('the order', () => {
  it('whole name, beginning, beginnings of words, inside', () => {
    const names = ['Unlink', 'Link to another ticket', 'Take a link', 'Link'].map((name) => [name]);
    const order = rank(
      names.map((name) => item(...name)),
      'link',
    ).map(({ names: [name] }) => name);
    expect(order).toEqual(['Link', 'Link to another ticket', 'Take a link', 'Unlink']);
  });

  it('the language of the user goes before English, which is found too', () => {
    expect(first('re', ['Rouvrir', 'Reopen'], ['Le client a répondu', 'The customer answered'])).toBe(
      'Le client a répondu',
    );
    expect(first('reopen', ['Rouvrir', 'Reopen'], ['Résoudre', 'Resolve'])).toBe('Rouvrir');
  });

  it('keeps the order of the registry where all fit alike', () => {
    const all = [item('Take'), item('Assign'), item('Escalate')];
    expect(rank(all, '')).toEqual(all);
  });
});
