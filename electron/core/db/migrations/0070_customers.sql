-- Customers with a history, and the ledger of their expertise hours. Truth is in the log under the subject 'customer'; what follows are folds.
ALTER TABLE customer ADD COLUMN next_tier_at_ms INTEGER;
ALTER TABLE customer ADD COLUMN merged_into INTEGER REFERENCES customer;
CREATE INDEX customer_by_merger ON customer (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX customer_by_next_tier ON customer (next_tier_at_ms) WHERE next_tier_at_ms IS NOT NULL;

-- Names by which imports may still call a customer: of its duplicates, and those that it bore before.
CREATE TABLE customer_alias (
  name TEXT PRIMARY KEY CHECK (length(name) > 0),
  customer_id INTEGER NOT NULL REFERENCES customer
) STRICT, WITHOUT ROWID;

-- Work that was logged and not reversed.
CREATE TABLE work_entry (
  work_id TEXT PRIMARY KEY CHECK (length(work_id) = 36),
  -- Where it was recorded; its customer may have become part of another since.
  customer_id INTEGER NOT NULL REFERENCES customer,
  expert TEXT NOT NULL,
  ticket_id INTEGER,
  start_at_ms INTEGER NOT NULL,
  end_at_ms INTEGER NOT NULL CHECK (end_at_ms > start_at_ms),
  is_timed INTEGER NOT NULL CHECK (is_timed IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX work_entry_by_expert ON work_entry (expert, start_at_ms);
CREATE INDEX work_entry_by_ticket ON work_entry (ticket_id) WHERE ticket_id IS NOT NULL;

-- Which months are closed: the last line says. Null: none.
CREATE TABLE ledger_closing (
  closing_id INTEGER PRIMARY KEY,
  closed_through INTEGER,
  reason TEXT,
  actor TEXT NOT NULL,
  workstation TEXT NOT NULL,
  recorded_at_ms INTEGER NOT NULL
) STRICT;

CREATE TRIGGER ledger_closing_is_never_changed BEFORE UPDATE ON ledger_closing BEGIN
  SELECT RAISE(ABORT, 'closings of months are append-only');
END;

CREATE TRIGGER ledger_closing_is_never_deleted BEFORE DELETE ON ledger_closing BEGIN
  SELECT RAISE(ABORT, 'closings of months are append-only');
END;
