import { describe, expect, it } from 'vitest';
import { queueFilter, type QueueFilter } from '../../../shared/ipc/schemas.ts';
import { EMPTY_FILTER } from '../../../shared/queue/empty-filter.ts';
import { formatFilterText, parseFilterText } from '../../../shared/queue/filter-text.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What a text changes in the empty filter; it must have no problems. */
const read = (text: string): Partial<QueueFilter> => {
  const { filter, problems } = parseFilterText(text, EMPTY_FILTER);
  expect(problems).toEqual([]);
  expect(queueFilter.safeParse(filter).success).toBe(true);
  const changed = (Object.keys(filter) as (keyof QueueFilter)[]).filter(
    (key) => JSON.stringify(filter[key]) !== JSON.stringify(EMPTY_FILTER[key]),
  );
  return Object.fromEntries(changed.map((key) => [key, filter[key]]));
};

const written = (change: Partial<QueueFilter>): string => formatFilterText({ ...EMPTY_FILTER, ...change });

describe('parseFilterText', () => {
  it('reads fields and words in any order', () => {
    expect(read('priority:P1 backup tier:gold state:running due:<2h vpn')).toEqual({
      priorities: ['P1'],
      tiers: ['gold'],
      clocks: ['running'],
      due: { is: 'within', ms: 2 * HOUR },
      text: 'backup vpn',
    });
  });

  it.each<[string, Partial<QueueFilter>]>([
    ['view:my-level', { view: 'myLevel' }],
    ['view:at-risk', { view: 'atRisk' }],
    ['tier:GOLD,Platinum', { tiers: ['gold', 'Platinum'] }],
    ['due:<1j', { due: { is: 'within', ms: DAY } }],
    ['priority:unknown', { priorities: [null] }],
    ['level:L2+', { levels: ['L2', 'L3'] }],
    ['state:waiting-vendor', { states: ['waitingVendor'] }],
    ['state:waiting', { states: ['waitingCustomer', 'waitingVendor', 'waitingProblem', 'waitingEvidence'] }],
    ['state:paused', { clocks: ['paused'] }],
    ['state:active,best-effort clock:none', { states: ['active'], clocks: ['bestEffort', 'none'] }],
    ['clock:at-risk,breached', { clocks: ['atRisk', 'breached'] }],
    ['assignee:me owner:none', { assignees: ['@me'], owners: [null] }],
    ['assignee:"me"', { assignees: ['me'] }],
    ['kind:billing platform:ngp language:fr', { categories: ['billing'], platforms: ['NGP'], languages: ['fr'] }],
    ['tag:vip escalated:l3', { tags: ['vip'], escalatedTo: ['L3'] }],
    ['beta:no', { isBeta: false }],
    ['due:>90m', { due: { is: 'beyond', ms: 1.5 * HOUR } }],
    ['opened:<3d', { opened: { is: 'within', ms: 3 * DAY } }],
    ['opened:>2w', { opened: { is: 'beyond', ms: 14 * DAY } }],
  ])('%s', (text, wanted) => {
    expect(read(text)).toEqual(wanted);
  });

  it('takes several values, in canonical order where the set is closed, as typed where it is open', () => {
    expect(read('priority:P2,unknown,P1')).toEqual({ priorities: ['P1', 'P2', null] });
    expect(read('priority:P2 priority:P1,P2')).toEqual({ priorities: ['P1', 'P2'] });
    expect(read('tier:silver,gold tier:silver')).toEqual({ tiers: ['silver', 'gold'] });
  });

  it('takes the last of what has one value', () => {
    expect(read('due:<2h due:<4h beta:yes beta:no view:all,mine')).toEqual({
      ...{ due: { is: 'within', ms: 4 * HOUR }, isBeta: false, view: 'mine' },
    });
  });

  it('reads quoted values', () => {
    expect(read('customer:"Port de Sète","A, B","say ""x""" quai')).toEqual({
      ...{ customers: ['Port de Sète', 'A, B', 'say "x"'], text: 'quai' },
    });
    expect(read('customer:"Port de')).toEqual({ customers: ['Port de'] });
    expect(read('priority:"P1" customer:""')).toEqual({ priorities: ['P1'], customers: [''] });
  });

  it('knows fields and closed values whatever the case and accents, and the French names', () => {
    expect(read('PRIORITÉ:p1 etat:Résolved Priorite:P2')).toEqual({ priorities: ['P1', 'P2'], states: ['resolved'] });
    expect(read('Client:X ECHEANCE:<1H')).toEqual({ customers: ['X'], due: { is: 'within', ms: HOUR } });
  });

  it.each<[string, keyof QueueFilter]>([
    ['vue:all', 'view'],
    ['priorité:p1', 'priorities'],
    ['niveau:l1', 'levels'],
    ['état:new', 'states'],
    ['horloge:running', 'clocks'],
    ['assigné:Zoé', 'assignees'],
    ['propriétaire:Zoé', 'owners'],
    ['client:X', 'customers'],
    ['type:change', 'categories'],
    ['plateforme:nup', 'platforms'],
    ['langue:en', 'languages'],
    ['étiquette:vip', 'tags'],
    ['escalade:l2', 'escalatedTo'],
    ['échéance:<1h', 'due'],
    ['ouvert:<1d', 'opened'],
  ])('%s is read as its English name', (text, property) => {
    expect(Object.keys(read(text))).toEqual([property]);
  });

  it('searches for what is no field', () => {
    expect(read('http://x foo:bar 10:30 :x constructor:y 19" a,b')).toEqual({
      text: 'http://x foo:bar 10:30 :x constructor:y 19" a,b',
    });
    expect(read('  vpn \t\n “x”  ')).toEqual({ text: 'vpn “x”' });
    expect(read('"priority:P1" "two  words"')).toEqual({ text: 'priority:P1 two words' });
  });

  it('a field without a value filters nothing yet', () => {
    expect(read('priority: customer:" tier:gold')).toEqual({ customers: [' tier:gold'] });
    expect(read('priority:, customer:"')).toEqual({});
  });

  it('names what it does not know, where it stands, and leaves it out', () => {
    const text = 'vpn state:new,"so so",closed due:2h priorité:P9';
    const { filter, problems } = parseFilterText(text, EMPTY_FILTER);
    expect(filter).toEqual({ ...EMPTY_FILTER, states: ['new', 'closed'], text: 'vpn' });
    expect(problems.map(({ field, value }) => [field, value])).toEqual([
      ['state', 'so so'],
      ['due', '2h'],
      ['priority', 'P9'],
    ]);
    expect(problems.map(({ start, end }) => text.slice(start, end))).toEqual(['"so so"', '2h', 'P9']);
  });

  it.each([
    ...['state:none', 'clock:new', 'priority:constructor', 'priority:""', 'level:l1+', 'beta:maybe', 'view:gone'],
    ...['due:<2', 'due:<-1h', 'due:<1.5h', 'due:<99999999999999999w', `tier:${'x'.repeat(65)}`],
  ])('%s is a problem', (text) => {
    const { filter, problems } = parseFilterText(text, EMPTY_FILTER);
    expect(filter).toEqual(EMPTY_FILTER);
    expect(problems).toHaveLength(1);
  });

  it('takes the view, and only the view, from the base', () => {
    const base: QueueFilter = { ...EMPTY_FILTER, view: 'waiting', tiers: ['gold'], text: 'vpn', isBeta: true };
    expect(parseFilterText('', base).filter).toEqual({ ...EMPTY_FILTER, view: 'waiting' });
    expect(parseFilterText('view:open', base).filter).toEqual(EMPTY_FILTER);
  });

  it('is no longer than the contract allows', () => {
    const numbered = (count: number) => Array.from({ length: count }, (_, i) => `n${i}`);
    expect(read(`customer:${numbered(201).join(',')}`)).toEqual({ customers: numbered(200) });
    expect(read(`tag:${numbered(60).join(',')}`)).toEqual({ tags: numbered(50) });
    expect(read('a'.repeat(500))).toEqual({ text: 'a'.repeat(400) });
    expect(parseFilterText(`tag:"${'"'.repeat(5_000_000)}`, EMPTY_FILTER).problems).toHaveLength(1);
    expect(read(`"${'a '.repeat(300_000)}`)).toEqual({ text: `${'a '.repeat(199)}a` });
    expect(read(`${'a'.repeat(399)} b`)).toEqual({ text: 'a'.repeat(399) });
    expect(read(`${'a'.repeat(399)}😀`)).toEqual({ text: 'a'.repeat(399) });
  });
});

describe('formatFilterText', () => {
  it('writes fields in one order, in lower case, and the words last', () => {
    expect(
      written({
        view: 'myLevel',
        text: 'vpn slow',
        due: { is: 'within', ms: 2 * HOUR },
        tiers: ['gold', 'silver'],
        priorities: ['P1', null],
        clocks: ['running', 'none'],
        states: ['active'],
        isBeta: true,
      }),
    ).toBe(
      'view:my-level priority:p1,unknown tier:gold,silver state:active clock:running,none beta:yes due:<2h vpn slow',
    );
  });

  it.each<[Partial<QueueFilter>, string]>([
    [{}, ''],
    [{ states: ['new', 'waitingCustomer', 'waitingVendor', 'waitingProblem', 'waitingEvidence'] }, 'state:new,waiting'],
    [{ states: ['waitingCustomer', 'waitingVendor'] }, 'state:waiting-customer,waiting-vendor'],
    [{ levels: ['L2', 'L3'] }, 'level:l2+'],
    [{ escalatedTo: ['L2', 'L3'] }, 'escalated:l2,l3'],
    [{ assignees: ['Zoé', null, '@me', 'me', 'None'] }, 'assignee:Zoé,none,me,"me","None"'],
    [{ customers: ['Port de Sète', 'a"b', 'c:d', 'e,f', ''] }, 'customer:"Port de Sète","a""b","c:d","e,f",""'],
    [{ due: { is: 'beyond', ms: 36 * HOUR } }, 'due:>36h'],
    [{ due: { is: 'within', ms: 0 } }, 'due:<0m'],
    [{ opened: { is: 'within', ms: 14 * DAY } }, 'opened:<2w'],
    [{ opened: { is: 'within', ms: 1_500 } }, 'opened:<1500ms'],
    [{ text: 'client:x http://y "z' }, '"client:x" http://y """z"'],
  ])('%j', (change, text) => {
    expect(written(change)).toBe(text);
    expect(read(text)).toEqual(change);
  });
});
