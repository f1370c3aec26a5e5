import type { ToldRecord } from './told-record.ts';
import type { ZendeskKind } from './zendesk-kinds.ts';

export type ZendeskTicket = { readonly record: ToldRecord; readonly print: string };

export type ZendeskUser = {
  readonly name: string | null;
  readonly isAgent: boolean;
  readonly organizationId: string | null;
  readonly language: string | null;
};

/** All that the files of one import told, by id, until it is put together. */
export type ZendeskStore = {
  readonly tickets: Map<string, ZendeskTicket>;
  readonly history: Map<string, ToldRecord[]>;
  readonly comments: Map<string, ToldRecord[]>;
  readonly users: Map<string, ZendeskUser>;
  readonly organizations: Map<string, string>;
  readonly groups: Map<string, string>;
};

export const createZendeskStore = (): ZendeskStore => ({
  tickets: new Map(),
  history: new Map(),
  comments: new Map(),
  users: new Map(),
  organizations: new Map(),
  groups: new Map(),
});

const addTo = (map: Map<string, ToldRecord[]>, key: string, record: ToldRecord): void => {
  const known = map.get(key);
  if (known) known.push(record);
  else map.set(key, [record]);
};

const takeTicket = (store: ZendeskStore, record: ToldRecord, print: string): void => {
  const reference = record.id('id');
  if (reference === null) {
    record.file.error(record.line, 'has no id, so it belongs to no ticket');
    return;
  }
  const before = store.tickets.get(reference);
  if (before !== undefined && before.print !== print) {
    const { file, line } = before.record;
    record.file.warn(
      record.line,
      `${reference} stands on line ${line} of '${file.name}' already; the later line was taken`,
    );
  }
  store.tickets.set(reference, { record, print });
};

const takeOfTicket = (map: Map<string, ToldRecord[]>, record: ToldRecord): void => {
  const reference = record.id('ticket_id');
  if (reference === null) record.file.error(record.line, 'has no ticket_id, so it belongs to no ticket');
  else addTo(map, reference, record);
};

/** Takes one record. `print` is a text that two records share exactly when they say the same. */
export const takeZendesk = (store: ZendeskStore, kind: ZendeskKind, record: ToldRecord, print: string): void => {
  const id = record.id('id');
  const name = record.text('name');
  switch (kind) {
    case 'ticket':
      takeTicket(store, record, print);
      return;
    case 'history':
      takeOfTicket(store.history, record);
      return;
    case 'comment':
      takeOfTicket(store.comments, record);
      return;
    case 'user': {
      if (id === null) return;
      const role = record.text('role')?.toLowerCase();
      const isAgent = role === 'agent' || role === 'admin';
      store.users.set(id, {
        name,
        isAgent,
        organizationId: record.id('organization_id'),
        language: record.text('locale'),
      });
      return;
    }
    case 'organization':
      if (id !== null && name !== null) store.organizations.set(id, name);
      return;
    case 'group':
      if (id !== null && name !== null) store.groups.set(id, name);
  }
};
