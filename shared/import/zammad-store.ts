import type { FileReading } from './file-reading.ts';
import { listAt, textAt, valueAt } from './json-path.ts';
import { isRecord, recordsOf } from './json-table.ts';

export type ZammadKind = 'ticket' | 'article' | 'history' | 'user' | 'group' | 'organization' | 'state' | 'priority';

/** What a record of Zammad's API is, by fields that only such a record has; null for none that Vigie knows. */
export const zammadKind = (record: unknown): ZammadKind | null => {
  if (!isRecord(record)) return null;
  const has = (...names: readonly string[]): boolean => names.every((name) => Object.hasOwn(record, name));
  if (has('number', 'title', 'state_id') || has('number', 'title', 'state', 'customer_id')) return 'ticket';
  if (has('ticket_id', 'body') && (has('sender_id') || has('sender') || has('internal'))) return 'article';
  if (has('object', 'o_id', 'created_at')) return 'history';
  if (has('login', 'firstname')) return 'user';
  if (has('follow_up_possible')) return 'group';
  if (has('domain_assignment')) return 'organization';
  if (has('state_type_id')) return 'state';
  return null;
};

export type Placed = { readonly raw: unknown; readonly file: FileReading; readonly line: number };

/** All that the files of one import told, until it is put together. */
export type ZammadStore = {
  /** By id. */
  readonly tickets: Map<string, Placed>;
  /** By the id of their ticket. */
  readonly articles: Map<string, Placed[]>;
  readonly history: Map<string, Placed[]>;
  readonly names: Readonly<Record<'user' | 'group' | 'organization' | 'state' | 'priority', Map<string, string>>>;
  /** Of a user, by id. */
  readonly organizations: Map<string, string>;
};

export const createZammadStore = (): ZammadStore => ({
  tickets: new Map(),
  articles: new Map(),
  history: new Map(),
  names: { user: new Map(), group: new Map(), organization: new Map(), state: new Map(), priority: new Map() },
  organizations: new Map(),
});

const ASSETS: readonly (readonly [name: string, kind: ZammadKind])[] = [
  ['Ticket', 'ticket'],
  ['TicketArticle', 'article'],
  ['User', 'user'],
  ['Group', 'group'],
  ['Organization', 'organization'],
  ['TicketState', 'state'],
  ['TicketPriority', 'priority'],
];

export type ZammadRecord = { readonly kind: ZammadKind | null; readonly raw: unknown };

/** The records of an answer: lists, a ticket's history, and the assets that stand beside both. */
export const zammadRecords = (value: unknown): readonly ZammadRecord[] => {
  const assets = valueAt(value, 'assets');
  const history = listAt(value, 'history').map((raw): ZammadRecord => ({ kind: 'history', raw }));
  if (!isRecord(assets)) {
    if (history.length > 0 && zammadKind(value) === null) return history;
    return recordsOf(value).map((raw) => ({ kind: zammadKind(raw), raw }));
  }
  const told = ASSETS.flatMap(([name, kind]): ZammadRecord[] => {
    const byId = valueAt(assets, name);
    return isRecord(byId) ? Object.values(byId).map((raw) => ({ kind, raw })) : [];
  });
  return [...told, ...history];
};

const userName = (raw: unknown): string | null => {
  const name = [textAt(raw, 'firstname'), textAt(raw, 'lastname')].filter((part) => part !== null).join(' ');
  return name === '' ? (textAt(raw, 'login') ?? textAt(raw, 'email')) : name;
};

const add = (map: Map<string, Placed[]>, key: string | null, placed: Placed): void => {
  if (key === null) {
    placed.file.error(placed.line, 'belongs to no ticket: it tells none');
    return;
  }
  const known = map.get(key);
  if (known) known.push(placed);
  else map.set(key, [placed]);
};

/** Keeps one record for the end. */
export const takeZammad = (store: ZammadStore, { kind, raw }: ZammadRecord, file: FileReading, line: number): void => {
  const placed = { raw, file, line };
  const id = textAt(raw, 'id');
  if (kind === null) {
    file.error(line, 'is no record of Zammad that Vigie knows');
  } else if (kind === 'ticket') {
    const number = textAt(raw, 'number');
    const key = id ?? number;
    if (key === null || number === null) {
      file.error(line, 'has no number, so it belongs to no ticket');
      return;
    }
    const before = store.tickets.get(key);
    if (before !== undefined && JSON.stringify(before.raw) !== JSON.stringify(raw))
      file.warn(line, `${number} was told already by record ${before.line}; the later one was taken`);
    store.tickets.set(key, placed);
    for (const article of listAt(raw, 'articles')) add(store.articles, key, { ...placed, raw: article });
    for (const change of listAt(raw, 'history')) add(store.history, key, { ...placed, raw: change });
  } else if (kind === 'article') {
    add(store.articles, textAt(raw, 'ticket_id'), placed);
  } else if (kind === 'history') {
    const object = textAt(raw, 'object');
    if (object === 'Ticket') add(store.history, textAt(raw, 'o_id'), placed);
  } else {
    const name = kind === 'user' ? userName(raw) : textAt(raw, 'name');
    if (id === null || name === null) return;
    store.names[kind].set(id, name);
    const organization = kind === 'user' ? textAt(raw, 'organization_id') : null;
    if (organization !== null) store.organizations.set(id, organization);
  }
};
