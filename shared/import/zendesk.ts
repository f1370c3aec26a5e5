import { locateColumns } from './columns.ts';
import { createFileReading } from './file-reading.ts';
import type { Head, Profile, ProfileReader, ReadOptions } from './profile.ts';
import { readPriority } from './read-priority.ts';
import { createTableReader } from './table-reader.ts';
import { toldCells, toldJson } from './told-record.ts';
import { zendeskKind, zendeskRecordKind, zendeskRecords } from './zendesk-kinds.ts';
import { createZendeskStore, takeZendesk } from './zendesk-store.ts';
import { createZendeskAssembler } from './zendesk-ticket.ts';
import { ZENDESK_VIEW_COLUMNS } from './zendesk-view.ts';
import { readZendeskState } from './zendesk-words.ts';
import { isRecord } from './json-table.ts';

export const ZENDESK_SIGNS = [
  'summation column',
  'requester',
  'requester id',
  'submitter',
  'group stations',
  'assignee stations',
  'ticket form',
];

const viewLikeness = (names: readonly string[]): number => {
  const columns = locateColumns(names, ZENDESK_VIEW_COLUMNS);
  if (!columns.has('reference') || !columns.has('opened') || !columns.has('state')) return 0;
  const own = new Set(names.map((name) => name.trim().toLowerCase()));
  const score = ZENDESK_SIGNS.filter((name) => own.has(name)).length;
  return score < 2 ? 0.25 : Math.min(0.9, 0.45 + score * 0.1);
};

const recognise = (head: Head): number => {
  if (head.kind === 'json') {
    const kind = zendeskRecordKind(zendeskRecords(head.value)[0]);
    return kind === null || kind === 'unused' ? 0 : kind === 'ticket' ? 0.8 : 0.6;
  }
  const kind = zendeskKind(head.names);
  if (kind === null) return viewLikeness(head.names);
  const isOwn = head.names.some(
    (name) => name === '_fivetran_synced' || name === 'via_channel' || name === 'submitter_id',
  );
  return kind === 'unused' ? (isOwn ? 0.4 : 0.1) : isOwn || kind === 'history' ? 0.9 : 0.5;
};

const createReader = (options: ReadOptions): ProfileReader => {
  const store = createZendeskStore();
  const views = createTableReader(
    {
      source: 'zendesk',
      columns: ZENDESK_VIEW_COLUMNS,
      required: ['reference', 'opened', 'state'],
      readState: (state) => (state === null ? null : readZendeskState(state)),
      readPriority,
      category: null,
      isLog: () => false,
      isResponseToldByState: false,
    },
    options,
  );

  return {
    open: (name, head) => {
      if (head.kind === 'json') {
        const records = zendeskRecords(head.value);
        const isZendesk = records.length === 0 || records.some((record) => zendeskRecordKind(record) !== null);
        if (!isZendesk) return { kind: 'refused', missing: ['id', 'subject', 'status', 'created_at'] };
        const file = createFileReading(name, options);
        return {
          kind: 'records',
          records,
          take: (raw, line) => {
            const kind = zendeskRecordKind(raw);
            if (kind === null) file.error(line, 'is no record of Zendesk that Vigie knows');
            else if (kind !== 'unused') takeZendesk(store, kind, toldTicket(raw, file, line), JSON.stringify(raw));
            for (const comment of commentsIn(raw)) takeZendesk(store, 'comment', toldJson(comment, file, line), '');
          },
        };
      }
      const kind = zendeskKind(head.names);
      if (kind === null) return views.open(name, head);
      if (kind === 'unused') return { kind: 'unused' };
      const file = createFileReading(name, options);
      const indexes = new Map(head.names.map((column, index) => [column.trim(), index] as const));
      return {
        kind: 'rows',
        take: (cells, line) =>
          takeZendesk(store, kind, toldCells([...cells], indexes, file, line), cells.join('\u0000')),
      };
    },
    *finish() {
      yield* views.finish();
      const assemble = createZendeskAssembler(store, options);
      for (const [reference, { record }] of store.tickets) yield assemble(reference, record);
      for (const records of [store.history, store.comments]) {
        for (const [reference, [first]] of records) {
          if (!store.tickets.has(reference) && first !== undefined) {
            first.file.error(first.line, `belongs to ticket ${reference}, which no file tells; left out`);
          }
          yield null;
        }
      }
    },
  };
};

/** A ticket of the API, whose channel stands in `via`. */
const toldTicket: typeof toldJson = (raw, file, line) => {
  const via = isRecord(raw) ? raw['via'] : undefined;
  const channel = isRecord(via) ? via['channel'] : undefined;
  return toldJson(isRecord(raw) && channel !== undefined ? { ...raw, via_channel: channel } : raw, file, line);
};

/** The comments that an export of whole tickets carries within each. */
const commentsIn = (raw: unknown): readonly unknown[] => {
  const comments = isRecord(raw) ? raw['comments'] : undefined;
  return Array.isArray(comments)
    ? comments.map((comment: unknown) => ({
        ...(isRecord(comment) ? comment : {}),
        ticket_id: isRecord(raw) ? raw['id'] : null,
      }))
    : [];
};

/**
 * Zendesk: its tables (tickets, field history, comments, users, organisations, groups), its API's JSON, and exported views. A ticket with
 * a field history is imported with its whole life, one without as it stands.
 */
export const zendesk: Profile = {
  id: 'zendesk',
  source: 'zendesk',
  columns: ZENDESK_VIEW_COLUMNS,
  recognise,
  createReader,
};
