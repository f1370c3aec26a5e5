import { z } from 'zod';
import {
  importMapping,
  type ImportProfileDraft,
  type SavedImportProfile,
} from '../../../shared/ipc/import-guess-schemas.ts';
import { IMPORT_PROFILES } from '../../../shared/ipc/import-profiles.ts';
import type { Connection, Writer } from '../db/database.ts';
import type { Recording } from '../ticket/event-repo.ts';

type Row = {
  readonly id: number;
  readonly name: string;
  readonly profile: string;
  readonly zone: string | null;
  readonly fingerprints: string;
  readonly mapping: string;
  readonly savedBy: string;
  readonly savedAtMs: number;
};

const fingerprints = z.array(z.string());

/** A row as it was saved; null for one that this version cannot read, which is then as if it were not there. */
const toSaved = (row: Row): SavedImportProfile | null => {
  const mapping = importMapping.safeParse(JSON.parse(row.mapping));
  const profile = IMPORT_PROFILES.find((each) => each === row.profile);
  const told = fingerprints.safeParse(JSON.parse(row.fingerprints));
  if (!mapping.success || profile === undefined || !told.success) return null;
  return { ...row, profile, mapping: mapping.data, fingerprints: told.data };
};

/** Import profiles that people saved. */
export const createImportProfileRepo = (connection: Connection) => {
  const all = connection.prepare<[], Row>(
    `SELECT import_profile_id AS id, name, profile, zone, fingerprints, mapping, actor AS savedBy, recorded_at_ms AS savedAtMs
     FROM import_profile ORDER BY name`,
  );
  const save = connection
    .prepare(
      `INSERT INTO import_profile (name, profile, zone, fingerprints, mapping, actor, workstation, recorded_at_ms)
     VALUES (@name, @profile, @zone, @fingerprints, @mapping, @actor, @workstation, @recordedAtMs)
     ON CONFLICT (name) DO UPDATE SET profile = excluded.profile, zone = excluded.zone, fingerprints = excluded.fingerprints,
       mapping = excluded.mapping, actor = excluded.actor, workstation = excluded.workstation, recorded_at_ms = excluded.recorded_at_ms
     RETURNING import_profile_id`,
    )
    .pluck();
  const remove = connection.prepare('DELETE FROM import_profile WHERE import_profile_id = ?');
  const list = (): SavedImportProfile[] => all.all().flatMap((row) => toSaved(row) ?? []);
  return {
    list,
    /** The one that was saved last for a header with one of these fingerprints. */
    savedFor: (wanted: readonly string[]): SavedImportProfile | null =>
      list()
        .sort((a, b) => b.savedAtMs - a.savedAtMs)
        .find((saved) => saved.fingerprints.some((one) => wanted.includes(one))) ?? null,
    save: (_writer: Writer, draft: ImportProfileDraft, by: Recording): number => {
      const { name, profile, zone } = draft;
      const row = {
        name,
        profile,
        zone,
        fingerprints: JSON.stringify(draft.fingerprints),
        mapping: JSON.stringify(draft.mapping),
      };
      return Number(save.get({ ...row, ...by }));
    },
    remove: (_writer: Writer, id: number): void => void remove.run(id),
  };
};

export type ImportProfileRepo = ReturnType<typeof createImportProfileRepo>;
