import type { Distance, ME, QueueFilter } from '../ipc/schemas.ts';
import { foldText } from '../search/find-words.ts';
import { SHIPPED_TIERS } from '../sla/policy.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../time/instant.ts';

type Items<Value> = Value extends readonly (infer Item)[] ? readonly Item[] : Value;
/** What one typed value asks for. */
export type FilterPart = { readonly [Property in keyof QueueFilter]?: Items<QueueFilter[Property]> };

/** Typed spellings in canonical order, already folded; one that stands for several values comes before theirs. */
export type FilterWords = Readonly<Record<string, FilterPart>>;

type Named = { readonly aliases: readonly string[]; readonly words: FilterWords };
/** `also` is read but never written: another field writes the same values. */
type ClosedField = Named & {
  readonly kind: 'closed';
  readonly property: keyof QueueFilter;
  readonly also?: FilterWords;
};
/** Any name at most `maxLength` UTF-16 units long (`queueFilter`); its words are taken only where they are not quoted. */
type OpenField = Named & {
  readonly kind: 'open';
  readonly property: 'tiers' | 'assignees' | 'owners' | 'customers' | 'tags';
  readonly known: 'tiers' | 'customers' | 'people' | 'tags';
  readonly maxLength: number;
};
type DistanceField = Named & {
  readonly kind: 'distance';
  readonly property: 'due' | 'opened';
  readonly examples: readonly string[];
};
/** How a field of the filter is typed, and the property of `QueueFilter` that it stands for. */
export type FilterField = ClosedField | OpenField | DistanceField;

const CALLER: typeof ME = '@me';
const NAME_LENGTH = 400;

const CLOCKS = {
  running: { clocks: ['running'] },
  'at-risk': { clocks: ['atRisk'] },
  breached: { clocks: ['breached'] },
  paused: { clocks: ['paused'] },
  'best-effort': { clocks: ['bestEffort'] },
} as const satisfies FilterWords;

/** The fields in the order in which they are written. Names are the same in every language; aliases are only read. */
export const FILTER_FIELDS = {
  view: {
    ...{ kind: 'closed', property: 'view', aliases: ['vue'] },
    words: {
      open: { view: 'open' },
      mine: { view: 'mine' },
      'my-level': { view: 'myLevel' },
      escalated: { view: 'escalated' },
      unassigned: { view: 'unassigned' },
      'at-risk': { view: 'atRisk' },
      breached: { view: 'breached' },
      waiting: { view: 'waiting' },
      finished: { view: 'finished' },
      all: { view: 'all' },
    },
  },
  priority: {
    ...{ kind: 'closed', property: 'priorities', aliases: ['priorité'] },
    words: {
      p1: { priorities: ['P1'] },
      p2: { priorities: ['P2'] },
      p3: { priorities: ['P3'] },
      p4: { priorities: ['P4'] },
      unknown: { priorities: [null] },
    },
  },
  tier: {
    ...{ kind: 'open', property: 'tiers', aliases: [], known: 'tiers', maxLength: 64 },
    // The shipped tiers however they are written; those that a lead adds as they are named.
    words: Object.fromEntries(SHIPPED_TIERS.map((tier) => [tier, { tiers: [tier] }])),
  },
  level: {
    ...{ kind: 'closed', property: 'levels', aliases: ['niveau'] },
    words: {
      l1: { levels: ['L1'] },
      'l2+': { levels: ['L2', 'L3'] },
      l2: { levels: ['L2'] },
      l3: { levels: ['L3'] },
    },
  },
  state: {
    ...{ kind: 'closed', property: 'states', aliases: ['état'] },
    words: {
      new: { states: ['new'] },
      active: { states: ['active'] },
      waiting: { states: ['waitingCustomer', 'waitingVendor', 'waitingProblem', 'waitingEvidence'] },
      'waiting-customer': { states: ['waitingCustomer'] },
      'waiting-vendor': { states: ['waitingVendor'] },
      'waiting-problem': { states: ['waitingProblem'] },
      'waiting-evidence': { states: ['waitingEvidence'] },
      resolved: { states: ['resolved'] },
      closed: { states: ['closed'] },
    },
    also: CLOCKS,
  },
  clock: {
    ...{ kind: 'closed', property: 'clocks', aliases: ['horloge'] },
    words: { ...CLOCKS, none: { clocks: ['none'] } },
  },
  assignee: {
    ...{ kind: 'open', property: 'assignees', aliases: ['assigné'], known: 'people', maxLength: NAME_LENGTH },
    words: { me: { assignees: [CALLER] }, none: { assignees: [null] } },
  },
  owner: {
    ...{ kind: 'open', property: 'owners', aliases: ['propriétaire'], known: 'people', maxLength: NAME_LENGTH },
    words: { me: { owners: [CALLER] }, none: { owners: [null] } },
  },
  customer: {
    ...{ kind: 'open', property: 'customers', aliases: ['client'], known: 'customers', maxLength: NAME_LENGTH },
    words: {},
  },
  kind: {
    ...{ kind: 'closed', property: 'categories', aliases: ['type'] },
    words: {
      incident: { categories: ['incident'] },
      change: { categories: ['change'] },
      account: { categories: ['account'] },
      billing: { categories: ['billing'] },
    },
  },
  platform: {
    ...{ kind: 'closed', property: 'platforms', aliases: ['plateforme'] },
    words: { nup: { platforms: ['NUP'] }, ngp: { platforms: ['NGP'] } },
  },
  language: {
    ...{ kind: 'closed', property: 'languages', aliases: ['langue'] },
    words: { en: { languages: ['en'] }, fr: { languages: ['fr'] } },
  },
  tag: { kind: 'open', property: 'tags', aliases: ['étiquette'], words: {}, known: 'tags', maxLength: NAME_LENGTH },
  escalated: {
    ...{ kind: 'closed', property: 'escalatedTo', aliases: ['escalade'] },
    words: { l1: { escalatedTo: ['L1'] }, l2: { escalatedTo: ['L2'] }, l3: { escalatedTo: ['L3'] } },
  },
  beta: {
    ...{ kind: 'closed', property: 'isBeta', aliases: [] },
    words: { yes: { isBeta: true }, no: { isBeta: false } },
  },
  due: {
    ...{ kind: 'distance', property: 'due', aliases: ['échéance'], words: {} },
    examples: ['<1h', '<2h', '<4h', '<8h', '<1d'],
  },
  opened: {
    ...{ kind: 'distance', property: 'opened', aliases: ['ouvert'], words: {} },
    examples: ['<1d', '<1w', '>1w'],
  },
} as const satisfies Readonly<Record<string, FilterField>>;

export type FieldName = keyof typeof FILTER_FIELDS;

const isFieldName = (name: string): name is FieldName => Object.hasOwn(FILTER_FIELDS, name);
/** In canonical order. */
export const FIELD_NAMES: readonly FieldName[] = Object.keys(FILTER_FIELDS).filter(isFieldName);

const FIELD_BY_SPELLING: ReadonlyMap<string, FieldName> = new Map(
  FIELD_NAMES.flatMap((name) =>
    [name, ...FILTER_FIELDS[name].aliases].map((spelling) => [foldText(spelling), name] as const),
  ),
);
/** The field of that name or alias; null where it is none. */
export const fieldNamed = (typed: string): FieldName | null => FIELD_BY_SPELLING.get(foldText(typed)) ?? null;

/** What a spelling of a closed value asks for; null where it is none. */
export const wordMeans = ({ words, ...field }: FilterField, typed: string): FilterPart | null => {
  const word = foldText(typed);
  const known: FilterWords = field.kind === 'closed' ? { ...field.also, ...words } : words;
  return Object.hasOwn(known, word) ? (known[word] ?? null) : null;
};

/** The coarsest first. Seconds and milliseconds are there so that every distance can be written. */
const UNITS = Object.entries({ w: 7 * DAY_MS, d: DAY_MS, h: HOUR_MS, m: MINUTE_MS, s: SECOND_MS, ms: 1 });
const DISTANCE = /^([<>])(\d+)(ms|[wdhmsj])$/;

/** `<2h` or `>1d`; null where it is no distance, or a longer one than milliseconds can count. */
export const readDistance = (typed: string): Distance | null => {
  const [, sign, count, named] = DISTANCE.exec(foldText(typed)) ?? [];
  // French days are 'jours'.
  const unit = named === 'j' ? 'd' : named;
  const ms = Number(count) * (UNITS.find(([name]) => name === unit)?.[1] ?? Number.NaN);
  return Number.isSafeInteger(ms) ? { is: sign === '<' ? 'within' : 'beyond', ms } : null;
};

/** In the coarsest unit that says it whole. */
export const writeDistance = ({ is, ms }: Distance): string => {
  const [unit, unitMs] = UNITS.find(([, unitMs]) => ms > 0 && ms % unitMs === 0) ?? ['m', MINUTE_MS];
  return `${is === 'within' ? '<' : '>'}${ms / unitMs}${unit}`;
};
