import { describe, expect, it } from 'vitest';
import { csvFile, csvLine, csvStyleOf, hoursOf, PLAIN_CSV } from '../../../shared/csv/write-csv.ts';

describe('CSV', () => {
  it('quotes what would end a cell or a record, and doubles quotes', () => {
    expect(csvLine(['a,b', 'say "hi"', 'two\r\nlines', 'plain', null])).toBe(
      '"a,b","say ""hi""","two\r\nlines",plain,\r\n',
    );
  });

  it('divides cells and writes decimals as a French spreadsheet reads them', () => {
    expect(csvLine(['a,b', 'c;d', 1.25, -0.5], csvStyleOf('fr'))).toBe('"a,b";"c;d";1,25;-0,5\r\n');
    expect(csvStyleOf('en')).toEqual(PLAIN_CSV);
    expect(csvLine([1.25, 1000])).toBe('1.25,1000\r\n');
  });

  it.each([
    ...[
      '=1+1',
      '+33',
      '-2',
      '@SUM(A1)',
      '\tx',
      '\rx',
      '\n=1',
      ' =1',
      '\u00a0=1',
      '\uFEFF=1',
      '"=1',
      "'=1",
      '\u200b+1',
      '\u202E=1',
      '\0=1',
    ],
    ...['＝1+1', '＋1', '－1', '＠SUM(A1)', '﹦1', '\u22121'],
  ])('defuses %j: words are never run', (text) => {
    expect(csvLine([text])).toMatch(/^"?'/);
    expect(csvFile([[text], ['x', text]], csvStyleOf('fr'))).toMatch(/^\uFEFF"?'[^]*\r\nx;"?'/);
  });

  it('leaves numbers below zero numbers', () => expect(csvLine([-2])).toBe('-2\r\n'));

  it('defuses before it quotes', () => expect(csvLine(['=A1,"x"'])).toBe(`"'=A1,""x"""\r\n`));

  it('begins a file so that accents are read', () => {
    expect(csvFile([['Été'], [2]], PLAIN_CSV)).toBe('\uFEFFÉté\r\n2\r\n');
  });

  it('writes minutes as hours, quarters exactly', () => {
    expect([15, 26, 90, 0].map(hoursOf)).toEqual([0.25, 0.43, 1.5, 0]);
  });
});
