import type { PresentClock } from '../clock.ts';
import { checkFolds, type FoldCheck } from './check-folds.ts';
import { integrityOf, openReadOnly } from './open-read-only.ts';
import type { Steps } from './steps.ts';

export type DatabaseCheck = {
  readonly schema: number;
  /** What SQLite complains of: pages, indexes, references. */
  readonly integrity: readonly string[];
  readonly events: number;
  readonly folds: FoldCheck;
  readonly isSound: boolean;
};

const isSound = ({ unfoldable, tables, missingObjects }: FoldCheck): boolean =>
  unfoldable.length + missingObjects.length === 0 && Object.values(tables).every(({ different }) => different === 0);

/** Checks a database of the present schema without writing anything: SQLite's own check, references, and everything folded again. */
export function* checkDatabase(path: string, clock: PresentClock): Steps<DatabaseCheck> {
  yield { phase: 'integrity', done: 0, total: 0 };
  const db = openReadOnly(path);
  let integrity: readonly string[];
  let events: number;
  try {
    integrity = integrityOf(db.connection);
    events = Number(db.connection.prepare('SELECT count(*) FROM event').pluck().get());
  } finally {
    db.connection.close();
  }
  const folds = yield* checkFolds(path, clock);
  return { schema: db.schema, integrity, events, folds, isSound: integrity.length === 0 && isSound(folds) };
}
