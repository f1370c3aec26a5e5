import type { CannedReply, Draft, Macro, SavedView } from '../../../shared/ipc/desk-schemas.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { Connection, Writer } from '../db/database.ts';

type ViewRow = { id: number; name: string; filter: string; sort: string; columns: string | null };
type MacroRow = { id: number; name: string; commands: string };

/** What people keep beside the tickets: their drafts and views, the texts and macros of all. */
export const createDeskRepo = (connection: Connection) => {
  const drafts = connection.prepare<[string], Draft>(
    'SELECT key, body, saved_at_ms AS savedAtMs FROM draft WHERE actor = ? ORDER BY saved_at_ms DESC',
  );
  const draft = connection.prepare<[string, string], Draft>(
    'SELECT key, body, saved_at_ms AS savedAtMs FROM draft WHERE actor = ? AND key = ?',
  );
  const saveDraft = connection.prepare(
    `INSERT INTO draft (actor, key, body, saved_at_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (actor, key) DO UPDATE SET body = excluded.body, saved_at_ms = excluded.saved_at_ms`,
  );
  const dropDraft = connection.prepare('DELETE FROM draft WHERE actor = ? AND key = ?');

  const views = connection.prepare<[string], ViewRow>(
    'SELECT view_id AS id, name, filter, sort, columns FROM saved_view WHERE actor = ? ORDER BY name COLLATE NOCASE',
  );
  const addView = connection.prepare(
    'INSERT INTO saved_view (actor, name, filter, sort, columns) VALUES (?, ?, ?, ?, ?)',
  );
  const changeView = connection.prepare(
    'UPDATE saved_view SET name = ?, filter = ?, sort = ?, columns = ? WHERE view_id = ? AND actor = ?',
  );
  const dropView = connection.prepare('DELETE FROM saved_view WHERE view_id = ? AND actor = ?');

  const REPLY = 'name, subject_en AS subjectEn, body_en AS bodyEn, subject_fr AS subjectFr, body_fr AS bodyFr';
  const replies = connection.prepare<[], CannedReply>(
    `SELECT reply_id AS id, ${REPLY} FROM canned_reply ORDER BY name COLLATE NOCASE`,
  );
  const addReply = connection.prepare(
    'INSERT INTO canned_reply (name, subject_en, body_en, subject_fr, body_fr) VALUES (?, ?, ?, ?, ?)',
  );
  const changeReply = connection.prepare(
    'UPDATE canned_reply SET name = ?, subject_en = ?, body_en = ?, subject_fr = ?, body_fr = ? WHERE reply_id = ?',
  );
  const dropReply = connection.prepare('DELETE FROM canned_reply WHERE reply_id = ?');

  const macros = connection.prepare<[], MacroRow>(
    'SELECT macro_id AS id, name, commands FROM macro ORDER BY name COLLATE NOCASE',
  );
  const addMacro = connection.prepare('INSERT INTO macro (name, commands) VALUES (?, ?)');
  const changeMacro = connection.prepare('UPDATE macro SET name = ?, commands = ? WHERE macro_id = ?');
  const dropMacro = connection.prepare('DELETE FROM macro WHERE macro_id = ?');

  const added = (result: { lastInsertRowid: number | bigint }): number => Number(result.lastInsertRowid);

  return {
    drafts: (actor: string): Draft[] => drafts.all(actor),
    draft: (actor: string, key: string): Draft | null => draft.get(actor, key) ?? null,
    saveDraft: (_writer: Writer, actor: string, key: string, body: string, atMs: InstantMs): void =>
      void saveDraft.run(actor, key, body, atMs),
    dropDraft: (_writer: Writer, actor: string, key: string): void => void dropDraft.run(actor, key),

    views: (actor: string): SavedView[] =>
      views.all(actor).map((row) => ({
        ...row,
        filter: JSON.parse(row.filter),
        sort: JSON.parse(row.sort),
        columns: row.columns === null ? null : JSON.parse(row.columns),
      })),
    /** Gives the id; null where the view to change is not this person's. */
    saveView: (_writer: Writer, actor: string, view: Omit<SavedView, 'id'> & { id: number | null }): number | null => {
      const { id, name } = view;
      const filter = JSON.stringify(view.filter);
      const sort = JSON.stringify(view.sort);
      const columns = view.columns === null ? null : JSON.stringify(view.columns);
      if (id === null) return added(addView.run(actor, name, filter, sort, columns));
      return changeView.run(name, filter, sort, columns, id, actor).changes === 0 ? null : id;
    },
    dropView: (_writer: Writer, actor: string, id: number): void => void dropView.run(id, actor),

    replies: (): CannedReply[] => replies.all(),
    saveReply: (_writer: Writer, reply: Omit<CannedReply, 'id'> & { id: number | null }): number | null => {
      const { id, name, subjectEn, bodyEn, subjectFr, bodyFr } = reply;
      if (id === null) return added(addReply.run(name, subjectEn, bodyEn, subjectFr, bodyFr));
      return changeReply.run(name, subjectEn, bodyEn, subjectFr, bodyFr, id).changes === 0 ? null : id;
    },
    dropReply: (_writer: Writer, id: number): void => void dropReply.run(id),

    macros: (): Macro[] => macros.all().map((row) => ({ ...row, commands: JSON.parse(row.commands) })),
    saveMacro: (_writer: Writer, { id, name, commands }: Omit<Macro, 'id'> & { id: number | null }): number | null => {
      const text = JSON.stringify(commands);
      if (id === null) return added(addMacro.run(name, text));
      return changeMacro.run(name, text, id).changes === 0 ? null : id;
    },
    dropMacro: (_writer: Writer, id: number): void => void dropMacro.run(id),
  };
};

export type DeskRepo = ReturnType<typeof createDeskRepo>;
