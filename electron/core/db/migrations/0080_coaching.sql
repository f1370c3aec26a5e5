-- The coaching schedule: experts with their weeks and absences, and folds of the sessions that the log tells of under the subject 'customer'.
CREATE TABLE session (
  session_id TEXT PRIMARY KEY CHECK (length(session_id) = 36),
  -- Where it was recorded; its customer may have become part of another since.
  customer_id INTEGER NOT NULL REFERENCES customer,
  -- Null: asked for, of any expert.
  expert TEXT,
  state TEXT NOT NULL CHECK (state IN ('asked', 'planned', 'confirmed', 'done', 'cancelled', 'noShow')),
  start_at_ms INTEGER,
  end_at_ms INTEGER CHECK (end_at_ms > start_at_ms),
  kind TEXT NOT NULL,
  series_id TEXT,
  version INTEGER NOT NULL,
  CHECK (state IN ('asked', 'cancelled') OR (expert IS NOT NULL AND start_at_ms IS NOT NULL AND end_at_ms IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_start ON session (start_at_ms) WHERE start_at_ms IS NOT NULL;
CREATE INDEX session_by_expert ON session (expert, start_at_ms) WHERE state IN ('planned', 'confirmed');
CREATE INDEX session_by_series ON session (series_id) WHERE series_id IS NOT NULL;
CREATE INDEX session_by_customer ON session (customer_id, start_at_ms);

CREATE TABLE expert (
  name TEXT PRIMARY KEY CHECK (length(name) > 0),
  -- Working hours by ISO weekday, in minutes of the local day, as the policy writes its own.
  week TEXT NOT NULL CHECK (json_valid(week)),
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  actor TEXT NOT NULL,
  workstation TEXT NOT NULL,
  recorded_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE absence (
  absence_id INTEGER PRIMARY KEY,
  expert TEXT NOT NULL CHECK (length(expert) > 0),
  from_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL CHECK (until_ms > from_ms),
  reason TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('manual', 'ics')),
  -- The event of a calendar file, with its start where it recurs: importing it again replaces it.
  uid TEXT,
  actor TEXT NOT NULL,
  workstation TEXT NOT NULL,
  recorded_at_ms INTEGER NOT NULL,
  CHECK ((source = 'ics') = (uid IS NOT NULL))
) STRICT;
CREATE INDEX absence_by_expert ON absence (expert, from_ms);
CREATE UNIQUE INDEX absence_by_uid ON absence (expert, uid) WHERE uid IS NOT NULL;

-- What is otherwise than the rules of maintenance have it.
CREATE TABLE maintenance_exception (
  exception_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('cancelled', 'moved', 'added')),
  platforms TEXT NOT NULL CHECK (json_valid(platforms)),
  -- The start that the rules give it.
  of_start_ms INTEGER,
  start_at_ms INTEGER,
  end_at_ms INTEGER CHECK (end_at_ms > start_at_ms),
  reason TEXT NOT NULL,
  -- Null: of all customers.
  customer_id INTEGER REFERENCES customer,
  actor TEXT NOT NULL,
  workstation TEXT NOT NULL,
  recorded_at_ms INTEGER NOT NULL,
  CHECK ((kind = 'added') = (of_start_ms IS NULL)),
  CHECK ((kind = 'cancelled') = (start_at_ms IS NULL)),
  CHECK ((start_at_ms IS NULL) = (end_at_ms IS NULL))
) STRICT;

CREATE TABLE maintenance_revocation (
  exception_id INTEGER PRIMARY KEY REFERENCES maintenance_exception,
  reason TEXT NOT NULL,
  actor TEXT NOT NULL,
  workstation TEXT NOT NULL,
  recorded_at_ms INTEGER NOT NULL
) STRICT;

CREATE TRIGGER maintenance_exception_is_never_changed BEFORE UPDATE ON maintenance_exception BEGIN
  SELECT RAISE(ABORT, 'exceptions of maintenance are append-only');
END;
CREATE TRIGGER maintenance_exception_is_never_deleted BEFORE DELETE ON maintenance_exception BEGIN
  SELECT RAISE(ABORT, 'exceptions of maintenance are append-only');
END;
CREATE TRIGGER maintenance_revocation_is_never_changed BEFORE UPDATE ON maintenance_revocation BEGIN
  SELECT RAISE(ABORT, 'exceptions of maintenance are append-only');
END;
CREATE TRIGGER maintenance_revocation_is_never_deleted BEFORE DELETE ON maintenance_revocation BEGIN
  SELECT RAISE(ABORT, 'exceptions of maintenance are append-only');
END;
