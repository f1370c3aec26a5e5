import { describe, expect, it } from 'vitest';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { parseWorkTime, workTimeText } from '../../../shared/expertise/parse-work-time.ts';
import { momentText } from '../../../shared/time/parse-moment.ts';

const paris = compileZone('Europe/Paris');
/** A Monday, 10:40:25 in Paris. */
const NOW = Date.UTC(2026, 10, 23, 9, 40, 25);

const read = (text: string, nowMs = NOW): string => {
  const time = parseWorkTime(text, { nowMs, zone: paris, ledgerZone: paris });
  if (time.kind !== 'time') return time.kind;
  const [from, to] = [momentText(paris, time.startMs), momentText(paris, time.endMs)];
  return `${from} > ${to}${time.isTimed ? '' : ' untimed'}`;
};

describe('what was typed of when work was done', () => {
  it.each([
    ['45', '2026-11-23 09:55 > 2026-11-23 10:40'],
    ['1h15', '2026-11-23 09:25 > 2026-11-23 10:40'],
    ['1:15', '2026-11-23 09:25 > 2026-11-23 10:40'],
    ['9:00-10:15', '2026-11-23 09:00 > 2026-11-23 10:15'],
    ['9h – 10h15', '2026-11-23 09:00 > 2026-11-23 10:15'],
    ['9:00 to 10:15', '2026-11-23 09:00 > 2026-11-23 10:15'],
    ['hier 9h à 10h15', '2026-11-22 09:00 > 2026-11-22 10:15'],
    ['2026-11-20 23:30-0:30', '2026-11-20 23:30 > 2026-11-21 00:30'],
    ['20/11 23:30 - 21/11 0:30', '2026-11-20 23:30 > 2026-11-21 00:30'],
    ['23:30-0:30', '2026-11-22 23:30 > 2026-11-23 00:30'],
    ['yesterday 1h15', '2026-11-22 12:00 > 2026-11-22 13:15 untimed'],
    ['1h 15 hier', '2026-11-22 12:00 > 2026-11-22 13:15 untimed'],
    ['vendredi 45', '2026-11-20 12:00 > 2026-11-20 12:45 untimed'],
    ['20/11 12h', '2026-11-20 12:00 > 2026-11-21 00:00 untimed'],
    ['20/11 12h30', '2026-11-20 00:00 > 2026-11-20 12:30 untimed'],
    ['today 30', '2026-11-23 10:10 > 2026-11-23 10:40'],
  ])('%s', (text, wanted) => expect(read(text)).toBe(wanted));

  it('counts what really passed where the hour changes', () => {
    const march = Date.UTC(2026, 2, 29, 10);
    const time = parseWorkTime('29/03 1:49-3:15', { nowMs: march, zone: paris, ledgerZone: paris });
    expect(time.kind === 'time' && (time.endMs - time.startMs) / 60_000).toBe(26);
  });

  it('an untimed day is one of the ledger, wherever the desk is', () => {
    const zone = compileZone('America/Montreal');
    const time = parseWorkTime('20/11 45', { nowMs: NOW, zone, ledgerZone: paris });
    expect(time).toMatchObject({ startMs: Date.UTC(2026, 10, 20, 11), isTimed: false });
  });

  it.each([
    ['10:15-9:00', 'endsBeforeStart'],
    ['9:00-9:00', 'endsBeforeStart'],
    ['20/11 10:00 - 19/11 9:00', 'endsBeforeStart'],
    ['10:00-11:00', 'future'],
    ['15:00-16:00', 'future'],
    ['24/12 45', 'future'],
    ['25h', 'tooLong'],
    ['1500', 'tooLong'],
    ['19/11 9:00 - 21/11 9:00', 'tooLong'],
    ['', 'unreadable'],
    ['soon', 'unreadable'],
    ['31/02 45', 'unreadable'],
    ['0', 'unreadable'],
    ['9:00-25:00', 'unreadable'],
  ])('%s is refused: %s', (text, wanted) => expect(read(text)).toBe(wanted));
});

it.each([
  ['2026-11-20T09:05Z', '2026-11-20T10:20Z', '2026-11-20 10:05-11:20'],
  ['2026-11-20T22:30Z', '2026-11-20T23:30Z', '2026-11-20 23:30 - 2026-11-21 00:30'],
  ['2026-03-29T00:49Z', '2026-03-29T01:15Z', '2026-03-29 01:49-03:15'],
])('a span from %s to %s is written %s, and read back', (start, end, text) => {
  const [startMs, endMs] = [Date.parse(start), Date.parse(end)];
  expect(workTimeText(paris, startMs, endMs)).toBe(text);
  expect(parseWorkTime(text, { nowMs: Date.parse('2026-11-23T13:00Z'), zone: paris, ledgerZone: paris })).toEqual({
    ...{ kind: 'time', startMs, endMs, isTimed: true },
  });
});
