// What the load bench asks of the core: by part, calls with their limits. Each call is timed once as it comes, then again and again.
const DAY_MS = 86_400_000;
const DUE = { by: 'due', isDescending: false };

const LEAD = { actor: { name: 'lead 01', role: 'lead', level: 'L2' }, windowId: 1, selections: {} };
export const AGENT = { actor: { name: 'agent 07', role: 'agent', level: 'L1' }, windowId: 1, selections: {} };

/** Pages and counts: 10 ms of worker time for a page (docs/performance.md). */
const pages = (core) => {
  const page = (name, filter, sort = DUE, offset = 0) => ({
    ...{ name: `page: ${name}`, call: 'queue:get-page', limitMs: 10, runs: 15 },
    input: { filter: { ...core.EMPTY_FILTER, ...filter }, sort, offset, limit: 100 },
  });
  const counts = (name, filter) => ({
    ...{ name: `counts: ${name}`, call: 'queue:get-counts', limitMs: 50, runs: 7, isAfterCommit: true },
    input: { filter: { ...core.EMPTY_FILTER, ...filter } },
  });
  return [
    page('open', { view: 'open' }),
    page('open, row 50,000', { view: 'open' }, DUE, 50_000),
    page('open, last', { view: 'open' }, DUE, 99_900),
    page('all', { view: 'all' }),
    page('all, row 500,000', { view: 'all' }, DUE, 500_000),
    page('all, the last opened', { view: 'all' }, { by: 'opened', isDescending: true }),
    page('open, the last opened', { view: 'open' }, { by: 'opened', isDescending: true }),
    page('open, the first opened', { view: 'open' }, { by: 'opened', isDescending: false }),
    page('open, by priority', { view: 'open' }, { by: 'priority', isDescending: false }),
    page('open, by customer', { view: 'open' }, { by: 'customer', isDescending: false }),
    page('open, by reference', { view: 'open' }, { by: 'reference', isDescending: true }),
    page('mine', { view: 'mine' }),
    page('my level', { view: 'myLevel' }),
    page('unassigned', { view: 'unassigned' }),
    page('waiting', { view: 'waiting' }),
    page('escalated', { view: 'escalated' }),
    page('breached', { view: 'breached' }),
    page('at risk', { view: 'atRisk' }),
    page('finished', { view: 'finished' }),
    page('open, gold P1', { view: 'open', tiers: ['gold'], priorities: ['P1'] }),
    page('all, gold P1 L3', { view: 'all', tiers: ['gold'], priorities: ['P1'], levels: ['L3'] }),
    page('all, of one customer', { view: 'all', customers: ['Banque Vercors'] }),
    page('open, of one customer', { view: 'open', customers: ['Banque Vercors'] }),
    page('open, a tag that nobody has', { view: 'open', tags: ['none'] }),
    page('all, a tag that nobody has', { view: 'all', tags: ['none'] }),
    page('open, due within two hours', { view: 'open', due: { is: 'within', ms: 7_200_000 } }),
    page('all, opened within a week', { view: 'all', opened: { is: 'within', ms: 7 * DAY_MS } }),
    counts('open', { view: 'open' }),
    counts('all', { view: 'all' }),
    counts('all, gold', { view: 'all', tiers: ['gold'] }),
    counts('all, of one customer', { view: 'all', customers: ['Banque Vercors'] }),
  ];
};

const search = (core) => {
  const of = (text, view, by) => ({
    ...{
      name: `search: '${text}' in ${view}, by ${by}`,
      call: 'queue:get-page',
      limitMs: 50,
      runs: 5,
      isAfterCommit: true,
    },
    input: {
      filter: { ...core.EMPTY_FILTER, view, text },
      sort: { by, isDescending: by === 'opened' },
      ...{ offset: 0, limit: 100 },
    },
  });
  const texts = ['a', 'agent', 'tunnel', 'CAV-150000', 'vm12345', 'vm123', 'tunnel agent', 'iroise', 'zzz'];
  return [
    ...texts.flatMap((text) => [of(text, 'open', 'rank'), of(text, 'all', 'rank')]),
    of('agent', 'open', 'due'),
    of('agent', 'all', 'due'),
    of('tunnel', 'all', 'opened'),
    {
      name: 'palette: tunnel',
      call: 'palette:search',
      input: { text: 'tunnel' },
      limitMs: 50,
      runs: 5,
      isAfterCommit: true,
    },
    {
      ...{ name: "counts of a search: 'agent' in open", call: 'queue:get-counts', runs: 3, isAfterCommit: true },
      input: { filter: { ...core.EMPTY_FILTER, view: 'open', text: 'agent' } },
    },
    {
      ...{ name: "counts of a search: 'agent' in all", call: 'queue:get-counts', runs: 3, isAfterCommit: true },
      input: { filter: { ...core.EMPTY_FILTER, view: 'all', text: 'agent' } },
    },
  ];
};

const lists = (core, nowMs) => {
  const audit = (name, filter) => ({
    ...{ name: `audit: ${name}`, call: 'audit:list', limitMs: 100, runs: 5 },
    input: {
      filter: { actor: '', ticket: '', kind: null, fromMs: null, toMs: null, isVoided: null, ...filter },
      ...{ before: null, limit: 100 },
    },
  });
  const week = { fromMs: nowMs, toMs: nowMs + 7 * DAY_MS };
  return [
    { name: 'wall', call: 'wall:get', input: {}, limitMs: 50, runs: 15 },
    { name: 'wall after a commit', call: 'wall:get', input: {}, limitMs: 50, runs: 15, isAfterCommit: true },
    { name: 'forecast', call: 'queue:forecast', input: {}, limitMs: 300, runs: 5 },
    { name: 'detail of a ticket', call: 'ticket:get-detail', input: { id: 999_000 }, limitMs: 80, runs: 15 },
    {
      name: 'position in open',
      call: 'queue:find-position',
      limitMs: 50,
      runs: 5,
      input: { filter: core.EMPTY_FILTER, sort: DUE, id: 999_000 },
    },
    {
      name: 'position in all',
      call: 'queue:find-position',
      runs: 3,
      input: { filter: { ...core.EMPTY_FILTER, view: 'all' }, sort: DUE, id: 500_000 },
    },
    { name: 'escalations to leads', call: 'steering:list-escalations', input: {}, limitMs: 100, runs: 5, caller: LEAD },
    {
      name: 'what would be balanced',
      call: 'steering:preview-moves',
      input: { level: 'L1', away: ['agent 01'], movesP1: false, sharesUnassigned: true },
      runs: 3,
      caller: LEAD,
    },
    {
      name: 'handover, its draft',
      call: 'handover:preview',
      input: { untilMs: nowMs + 8 * 3_600_000 },
      limitMs: 500,
      runs: 3,
    },
    { name: 'customers', call: 'customer:list', input: { text: '', tier: null }, limitMs: 100, runs: 5 },
    {
      name: 'customers, by a part of a name',
      call: 'customer:list',
      input: { text: 'verc', tier: null },
      limitMs: 50,
      runs: 5,
    },
    { name: 'one customer', call: 'customer:get', input: { id: 300 }, limitMs: 50, runs: 5 },
    { name: 'ledger of a customer', call: 'expertise:get-ledger', input: { customerId: 300 }, limitMs: 5, runs: 15 },
    {
      name: 'consumption of a year, all customers',
      call: 'expertise:get-consumption',
      runs: 3,
      limitMs: 1000,
      input: { fromMonth: 24_299, toMonth: 24_310, customerId: null },
    },
    {
      name: 'statement: consumption of one customer',
      call: 'expertise:get-consumption',
      runs: 5,
      limitMs: 50,
      input: { fromMonth: 24_299, toMonth: 24_310, customerId: 300 },
    },
    { name: 'overage that waits', call: 'expertise:list-pending', input: {}, runs: 3, limitMs: 500, caller: LEAD },
    {
      name: 'coaching: a week of the cell',
      call: 'coaching:list',
      input: { ...week, experts: null, customerId: null },
      limitMs: 50,
      runs: 5,
    },
    { name: 'coaching: asked', call: 'coaching:list-asked', input: {}, limitMs: 50, runs: 3 },
    { name: 'experts', call: 'expert:list', input: {}, limitMs: 50, runs: 5 },
    {
      name: 'coaching: free slots of any expert',
      call: 'coaching:find-slots',
      runs: 3,
      limitMs: 500,
      input: {
        customerId: 300,
        assignment: 'advice',
        ticketId: null,
        expert: null,
        durationMin: 60,
        fromMs: nowMs,
        untilMs: null,
      },
    },
    { name: 'people: a part of a name', call: 'people:find', input: { text: 'agent' }, limitMs: 50, runs: 5 },
    audit('the newest', {}),
    audit('of a person who recorded nothing', { actor: 'nobody' }),
    audit('of a ticket', { ticket: 'CAV-500123' }),
    audit('of a kind that is rare', { kind: 'customerAdded' }),
    audit('of a kind that nobody has', { kind: 'tookIn' }),
    audit('what was undone', { isVoided: true }),
    audit('of a day', { fromMs: nowMs - DAY_MS, toMs: nowMs + DAY_MS }),
    audit('of a day long ago', { fromMs: nowMs - 400 * DAY_MS, toMs: nowMs - 399 * DAY_MS }),
    { name: 'audit: kinds', call: 'audit:list-kinds', input: {}, limitMs: 100, runs: 3 },
  ];
};

const commands = () => {
  const order = (ids, command) => ({ targets: ids.map((id) => ({ id, expectedVersion: null })), commands: [command] });
  const some = Array.from({ length: 200 }, (_, i) => 950_001 + i);
  return [
    {
      name: 'command: a note on one ticket',
      call: 'ticket:run-commands',
      limitMs: 60,
      runs: 15,
      input: (i) => order([960_001 + i], { kind: 'note', text: 'Called again' }),
    },
    {
      name: 'command: 200 tickets assigned',
      call: 'ticket:run-commands',
      limitMs: 1000,
      runs: 3,
      input: (i) => order(some, { kind: 'assign', assignee: `agent ${10 + i}` }),
    },
    { name: 'command: undone', call: 'command:undo', limitMs: 1000, runs: 1, input: { commandId: null } },
    {
      name: 'command: preview for 1,000',
      call: 'ticket:preview-commands',
      limitMs: 1000,
      runs: 3,
      input: order(
        Array.from({ length: 1_000 }, (_, i) => 950_001 + i),
        { kind: 'assign', assignee: 'agent 02' },
      ),
    },
    { name: 'command: take the next', call: 'ticket:take-next', limitMs: 60, runs: 3, input: {} },
    {
      name: 'ids of what is open',
      call: 'queue:list-ids',
      limitMs: 50,
      runs: 5,
      input: { filter: { view: 'open' }, sort: DUE },
    },
  ];
};

const reports = (core, nowMs) => {
  const report = (name, fromMs, filter, compare) => ({
    ...{ name: `report: ${name}`, call: 'report:get', runs: 2, isBlockWatched: true },
    input: {
      fromMs,
      toMs: nowMs,
      filter: { ...core.EMPTY_FILTER, view: 'all', ...filter },
      asOfMs: null,
      step: 'month',
      compare,
    },
  });
  return [
    { ...report('200,000 tickets', nowMs - 146 * DAY_MS, {}, false), limitMs: 2000 },
    { ...report('a year', nowMs - 365 * DAY_MS, {}, false), limitMs: 5000 },
    report('a year, beside the year before: all', nowMs - 365 * DAY_MS, {}, true),
    report('two years: all', nowMs - 731 * DAY_MS, {}, false),
    report('a year of gold, silver at L2', nowMs - 365 * DAY_MS, { tiers: ['gold', 'silver'], levels: ['L2'] }, false),
  ];
};

export const partsOf = (core, nowMs) => ({
  page: pages(core),
  search: search(core),
  lists: lists(core, nowMs),
  commands: commands().map((one) =>
    one.call === 'queue:list-ids' ? { ...one, input: { ...one.input, filter: core.EMPTY_FILTER } } : one,
  ),
  report: reports(core, nowMs),
});
