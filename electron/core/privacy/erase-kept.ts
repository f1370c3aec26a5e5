import type { Connection, Writer } from '../db/database.ts';
import type { Subject } from './subject.ts';

/** What people keep beside the logs, in which there may be personal data. */
const TEXTS = [
  { table: 'canned_reply', key: 'reply_id', columns: ['name', 'subject_en', 'body_en', 'subject_fr', 'body_fr'] },
  { table: 'macro', key: 'macro_id', columns: ['name', 'commands'] },
  { table: 'saved_view', key: 'view_id', columns: ['name', 'filter'] },
  { table: 'absence', key: 'absence_id', columns: ['reason'] },
] as const;

const STRING = /"(?:[^"\\]|\\.)*"/g;

type Row = Readonly<Record<string, string | number | null>>;

/** Of drafts and the like there is no history: what is personal is taken out of them, or they go. */
export const createKeptEraser = (connection: Connection) => {
  const drafts = connection.prepare<[], { actor: string; key: string; body: string }>(
    'SELECT actor, key, body FROM draft',
  );
  const dropDraft = connection.prepare('DELETE FROM draft WHERE actor = ? AND key = ?');
  const sessionsOf = connection
    .prepare<[number], string>('SELECT session_id FROM session WHERE customer_id = ?')
    .pluck();
  const dropAliases = connection.prepare('DELETE FROM customer_alias WHERE customer_id = ?');

  const isTheirs = (
    key: string,
    subject: Subject,
    tickets: ReadonlySet<number>,
    sessions: ReadonlySet<string>,
  ): boolean =>
    key.split(':').some((part, i, parts) => {
      if (sessions.has(part)) return true;
      if (!/^\d+$/.test(part)) return false;
      const isCustomer = parts[i - 1] === 'customer';
      return isCustomer
        ? subject.scope === 'customer' && subject.customerIds.has(Number(part))
        : tickets.has(Number(part));
    });

  /** Ids in what a form was left with. */
  const names = (body: string, field: string, ids: ReadonlySet<number>): boolean =>
    [...body.matchAll(new RegExp(`"${field}":"?(\\d+)`, 'g'))].some(([, id]) => ids.has(Number(id)));

  const draftsOf = (subject: Subject, tickets: ReadonlySet<number>) => {
    const customers = subject.scope === 'customer' ? subject.customerIds : new Set<number>();
    const sessions = new Set([...customers].flatMap((id) => sessionsOf.all(id)));
    return drafts.all().filter(({ key, body }) => {
      if (isTheirs(key, subject, tickets, sessions)) return true;
      if (names(body, 'ticketId', tickets) || names(body, 'customerId', customers)) return true;
      const strings = body.match(STRING) ?? [];
      return strings.some(
        (text) => subject.finder.isName(text.slice(1, -1)) || subject.finder.withoutPeople(text) !== text,
      );
    });
  };

  const redacted = (text: string, { finder }: Subject, pseudonym: string | null): string => {
    const isJson = text.startsWith('{') || text.startsWith('[');
    const plain = (one: string): string =>
      pseudonym !== null && finder.isName(one) ? pseudonym : finder.withoutPeople(one);
    return isJson ? text.replaceAll(STRING, (one) => `"${plain(one.slice(1, -1))}"`) : plain(text);
  };

  const changes = (subject: Subject, pseudonym: string | null) =>
    TEXTS.flatMap(({ table, key, columns }) =>
      connection
        .prepare<[], Row>(`SELECT ${key} AS id, ${columns.join(', ')} FROM ${table}`)
        .all()
        .flatMap((row) =>
          columns.flatMap((column) => {
            const text = row[column];
            const kept = typeof text === 'string' ? redacted(text, subject, pseudonym) : text;
            return kept === text ? [] : [{ table, key, column, id: row['id'], kept }];
          }),
        ),
    );

  return {
    count: (subject: Subject, tickets: ReadonlySet<number>): number =>
      draftsOf(subject, tickets).length + changes(subject, '').length,
    erase: (_writer: Writer, subject: Subject, tickets: ReadonlySet<number>, pseudonym: string | null): void => {
      for (const { actor, key } of draftsOf(subject, tickets)) dropDraft.run(actor, key);
      for (const { table, key, column, id, kept } of changes(subject, pseudonym)) {
        // A name that several bear then is told apart by its number.
        const update = connection.prepare(`UPDATE OR IGNORE ${table} SET ${column} = ? WHERE ${key} = ?`);
        if (update.run(kept, id).changes === 0) update.run(`${String(kept)} ${String(id)}`, id);
      }
      if (subject.scope === 'customer') for (const id of subject.customerIds) dropAliases.run(id);
    },
  };
};
