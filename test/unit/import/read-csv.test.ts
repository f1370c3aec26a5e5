import { describe, expect, it } from 'vitest';
import { createCsvReader } from '../../../electron/core/import/read-csv.ts';
import { detectDelimiter } from '../../../electron/core/import/detect-dialect.ts';
import { looksLikeMojibake, repairMojibake } from '../../../electron/core/import/repair-mojibake.ts';
import { collect, folded, issuesOf } from './collect.ts';

const readText = (text: string, delimiter = ',', blockLength = text.length) => {
  const records: string[] = [];
  const bad: string[] = [];
  const reader = createCsvReader(delimiter, {
    onRecord: (cells, line) => records.push(`${line}: ${cells.join('|')}`),
    onBadLine: (line, reason) => bad.push(`${line}: ${reason}`),
  });
  for (let at = 0; at < text.length; at += blockLength) reader.push(text.slice(at, at + blockLength));
  reader.end();
  return { records, bad };
};

describe('records', () => {
  it('count physical lines, from the header', () => {
    expect(readText('a,b\n1,"x\ny"\n\n2,z').records).toEqual(['1: a|b', '2: 1|x\ny', '5: 2|z']);
  });

  it('are the same however the text is cut', () => {
    const text = 'a,b\r\n1,"x\r\n""y"""\r\n2,"é,ß"\r\n3,\r\n';
    const whole = readText(text);
    expect(whole).toEqual({ records: ['1: a|b', '2: 1|x\r\n"y"', '4: 2|é,ß', '5: 3|'], bad: [] });
    for (let length = 1; length < text.length; length++) expect(readText(text, ',', length)).toEqual(whole);
  });

  it('without any text are none', () => {
    expect(readText('a,b\n,\n\n  \n1,2\n,').records).toEqual(['1: a|b', '5: 1|2']);
  });

  it('may leave the columns empty that have no name', () => {
    expect(readText('a,b,,\n1,2,,\n3,4\n5,6,,,,\n7,8,9\n10')).toEqual({
      records: ['1: a|b||', '2: 1|2||', '3: 3|4', '4: 5|6||||', '5: 7|8|9'],
      bad: ['6: has 1 cells where the header has 4'],
    });
  });
});

describe('a quote that is never closed', () => {
  it('costs its own line', async () => {
    const read = await collect('generic', ['traps/unclosed-quote.csv']);
    expect(issuesOf(read.errors)).toEqual([
      '3: has a quote that is never closed, or that closes in the middle of a cell',
      '8: has 6 cells where the header has 4',
      '9: has 2 cells where the header has 4',
    ]);
    expect(read.rows).toBe(9);
    expect(read.tickets.map((ticket) => ticket.reference)).toEqual(['Q-1', 'Q-3', 'Q-4', 'Q-5', 'Q-6', 'Q-9']);
    expect(['Q-4', 'Q-5', 'Q-6'].map((reference) => folded(read, reference).title)).toEqual([
      ...['closed, and fine', 'say "cheese" now', 'say "cheese" now'],
    ]);
  });

  it('does not swallow the rest of the file', async () => {
    const read = await collect('generic', ['traps/ends-in-quote.csv']);
    expect(issuesOf(read.errors)).toEqual([
      '3: has a quote that is never closed, or that closes in the middle of a cell',
    ]);
    expect(read.tickets.map((ticket) => ticket.reference)).toEqual(['Z-1', 'Z-3']);
  });

  it('is given up after a million characters, not at the end of the file', () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => `${index},plain text that fills the line`);
    const { records, bad } = readText(`a,b\n0,"open\n${rows.join('\n')}\n`, ',', 65_536);
    expect(bad).toEqual(['2: has a quote that is never closed, or that closes in the middle of a cell']);
    expect(records).toHaveLength(1 + rows.length);
  });
});

it('reads cells of several lines', async () => {
  const read = await collect('generic', ['traps/multi-line-cells.csv']);
  expect(folded(read, 'M-1').title).toBe('First line\nsecond line; with "quotes"\nthird');
  expect(folded(read, 'M-3').title).toBe(',');
  expect(read.tickets.map((ticket) => ticket.line)).toEqual([2, 5, 6]);
});

describe('detectDelimiter', () => {
  it.each([
    ['a;b;c\n1,5;2;3\n', ';'],
    ['a,b,c\n"x;y;z;w",2,3\n', ','],
    ['a\tb\n1,2\t3\n', '\t'],
    ['a|b|c\n1|2|3\n', '|'],
    ['number\n1\n', ','],
    ['sep=;\na,b;c\n', ';'],
    ['Titre, long;État\n"a\n;;;;";1\n', ';'],
  ])('of %j is %j', (text, expected) => {
    expect(detectDelimiter(text)).toBe(expected);
  });
});

describe('repairMojibake', () => {
  it('puts right a cell that wholly re-decodes', () => {
    expect(['Ã©tÃ©', 'dâ€™accord', 'Ã€ lâ€™Å“uvre'].map(repairMojibake)).toEqual(['été', 'd’accord', 'À l’œuvre']);
  });

  it('leaves everything else alone', () => {
    for (const text of ['été', 'Ã', 'ÀÉ', 'naïve Ã© 日本', 'plain', 'Âge', 'à été'])
      expect(repairMojibake(text)).toBe(text);
    expect(looksLikeMojibake('Société déjà vue à Orléans')).toBe(false);
  });
});
