import { describe, expect, it } from 'vitest';
import { completeFilter } from '../../../shared/queue/complete-filter.ts';
import { EMPTY_FILTER } from '../../../shared/queue/empty-filter.ts';
import { parseFilterText } from '../../../shared/queue/filter-text.ts';

const KNOWN = {
  tiers: ['standard', 'bronze', 'silver', 'gold'],
  customers: ['Port de Sète', 'Portail', 'Aéroport', 'Say "x"', 'x'.repeat(401)],
  people: ['Émile', 'Me', 'Zoé'],
  tags: ['vip', 'vpn'],
};

/** The text has a `|` where the caret stands. */
const at = (marked: string) => {
  const caret = marked.indexOf('|');
  return { text: marked.replace('|', ''), ...completeFilter(marked.replace('|', ''), caret, KNOWN) };
};
const labels = (marked: string) => at(marked).options.map(({ label }) => label);
/** The text after the first option was taken, the caret marked. */
const taken = (marked: string): string => {
  const { text, start, end, options } = at(marked);
  return `${text.slice(0, start)}${options[0]?.insert}|${text.slice(end)}`;
};

describe('the fields', () => {
  it('begin with what is typed, then contain it', () => {
    expect(labels('vpn ti|')).toEqual(['tier']);
    expect(labels('pl|')).toEqual(['platform']);
    expect(labels('ta|')).toEqual(['tag', 'state', 'beta']);
    expect(at('vpn PRI|').options).toEqual([{ insert: 'priority:', label: 'priority', kind: 'field' }]);
  });

  it('are found by their French names too', () => {
    expect(labels('niv|')).toEqual(['level']);
    expect(labels('ECH|')).toEqual(['due']);
    expect(labels('priorité|')).toEqual(['priority']);
  });

  it('are offered for words only, and at most 8', () => {
    for (const nothing of ['|', 'vpn |', '|vpn', 'vpn | x', '"pri|', 'foo:pri|', 'http:|', 'zzz|']) {
      expect(labels(nothing)).toEqual([]);
    }
    expect(labels('e|')).toHaveLength(8);
  });

  it('take the place of the word', () => {
    expect(taken('vpn pri| x')).toBe('vpn priority:| x');
    expect(taken('pri|x')).toBe('priority:|');
    expect(taken('ti|:gold')).toBe('tier:|gold');
    expect(taken('prio|rity:p1')).toBe('priority:|p1');
    expect(taken('priority|:p1')).toBe('priority:|p1');
  });
});

describe('the values', () => {
  it('are those of the field left of the caret', () => {
    expect(labels('priority:|')).toEqual(['p1', 'p2', 'p3', 'p4', 'unknown']);
    expect(labels('vpn tier:| x')).toEqual(KNOWN.tiers);
    expect(labels('assignee:|')).toEqual(['me', 'none', ...KNOWN.people]);
    expect(labels('tag:v|')).toEqual(KNOWN.tags);
    expect(labels('état:wait|')).toEqual([
      ...['waiting', 'waiting-customer', 'waiting-vendor', 'waiting-problem', 'waiting-evidence'],
    ]);
    expect(labels('state:run|')).toEqual(['running']);
    expect(labels('due:|')).toEqual(['<1h', '<2h', '<4h', '<8h', '<1d']);
    expect(labels('opened:|')).toEqual(['<1d', '<1w', '>1w']);
    expect(labels('state:|')).toHaveLength(8);
  });

  it('begin with what is typed, then contain it, whatever the case and accents', () => {
    expect(labels('customer:PORT|')).toEqual(['Port de Sète', 'Portail', 'Aéroport']);
    expect(labels('customer:"port de s|')).toEqual(['Port de Sète']);
    expect(labels('owner:emi|')).toEqual(['Émile']);
    expect(labels('owner:e|')).toEqual(['Émile', 'me', 'none', 'Me', 'Zoé']);
  });

  it('are not offered twice in one field', () => {
    expect(labels('priority:P1,|')).toEqual(['p2', 'p3', 'p4', 'unknown']);
    expect(labels('priority:p1|')).toEqual(['p1']);
    expect(labels('customer:"Port de Sète",port|')).toEqual(['Portail', 'Aéroport']);
  });

  it('are written as they must be typed', () => {
    expect(at('customer:port|').options[0]).toEqual({
      insert: '"Port de Sète" ',
      label: 'Port de Sète',
      kind: 'value',
    });
    expect(taken('customer:say|')).toBe('customer:"Say ""x""" |');
    expect(at('assignee:me|').options.map(({ insert }) => insert)).toEqual(['me ', '"Me" ']);
    expect(labels('customer:xx|')).toEqual([]);
  });

  it('take the place of the value, with one blank after it', () => {
    expect(taken('state:run|')).toBe('state:running |');
    expect(taken('state:act|new due:<2h')).toBe('state:active |due:<2h');
    expect(taken('priority:p1,p|')).toBe('priority:p1,p2 |');
    expect(taken('tier:g|,silver')).toBe('tier:gold|,silver');
    expect(taken('customer:"Port| vpn')).toBe('customer:"Port de Sète" |vpn');
    expect(taken('customer:"Po|rt x" vpn')).toBe('customer:"Port de Sète" |vpn');
    expect(taken('customer:"Port de Sète"| vpn')).toBe('customer:"Port de Sète" |vpn');
  });

  it('are read as the value that was offered', () => {
    for (const customer of KNOWN.customers.slice(0, 4)) {
      const { options } = at(`customer:"${customer.slice(0, 4)}|`);
      const option = options.find(({ label }) => label === customer);
      expect(parseFilterText(`customer:${option?.insert}`, EMPTY_FILTER).filter.customers).toEqual([customer]);
    }
  });
});
