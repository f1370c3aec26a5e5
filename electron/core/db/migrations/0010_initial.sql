-- Truth: what happened, in the order it was recorded. Only ever added to.
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  event_id BLOB NOT NULL UNIQUE CHECK (length(event_id) = 16),
  subject TEXT NOT NULL CHECK (subject IN ('ticket', 'customer')),
  subject_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  occurred_at_ms INTEGER NOT NULL,
  recorded_at_ms INTEGER NOT NULL,
  actor TEXT NOT NULL,
  workstation TEXT NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload))
) STRICT;

CREATE INDEX event_by_subject ON event (subject, subject_id, occurred_at_ms, seq);

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event BEGIN
  SELECT RAISE(ABORT, 'events are append-only');
END;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event BEGIN
  SELECT RAISE(ABORT, 'events are append-only');
END;

-- Folds of the log, kept for lists. A test folds everything again and compares.
CREATE TABLE customer (
  customer_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
  tier TEXT NOT NULL
) STRICT;

CREATE TABLE ticket (
  ticket_id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  reference TEXT NOT NULL CHECK (length(reference) > 0),
  -- Events folded into this row.
  version INTEGER NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer,
  customer TEXT NOT NULL,
  title TEXT,
  category TEXT CHECK (category IN ('incident', 'change', 'account', 'billing')),
  is_beta INTEGER NOT NULL CHECK (is_beta IN (0, 1)),
  priority TEXT CHECK (priority IN ('P1', 'P2', 'P3', 'P4')),
  tier TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('new', 'active', 'waitingCustomer', 'waitingVendor', 'waitingProblem', 'waitingEvidence', 'resolved', 'closed')),
  level TEXT NOT NULL CHECK (level IN ('L1', 'L2', 'L3')),
  group_name TEXT,
  assignee TEXT,
  requester TEXT,
  channel TEXT,
  language TEXT,
  opened_at_ms INTEGER NOT NULL,
  responded_at_ms INTEGER,
  resolved_at_ms INTEGER,
  closed_at_ms INTEGER,
  reopen_count INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  -- StandingClock of shared/sla/clock.ts.
  resolution TEXT NOT NULL,
  first_response TEXT NOT NULL,
  -- The default order: shared/ticket/queue-order.ts.
  queue_group INTEGER NOT NULL,
  queue_key INTEGER NOT NULL,
  -- Null where no passing of time changes the resolution clock; past where it is breached.
  at_risk_at_ms INTEGER,
  breach_after_ms INTEGER,
  -- The first event that has not happened yet: the row is folded again once it has.
  next_event_at_ms INTEGER,
  UNIQUE (source, reference)
) STRICT;

CREATE INDEX ticket_by_due ON ticket (queue_group, queue_key, reference, ticket_id, priority, tier, level, state, assignee, at_risk_at_ms, breach_after_ms);
CREATE INDEX ticket_by_opening ON ticket (opened_at_ms, reference);
CREATE INDEX ticket_by_priority ON ticket (priority, queue_group, queue_key, reference);
CREATE INDEX ticket_by_customer ON ticket (customer, queue_group, queue_key, reference);
CREATE INDEX ticket_by_reference ON ticket (reference);
CREATE INDEX ticket_by_customer_id ON ticket (customer_id);
CREATE INDEX ticket_by_next_event ON ticket (next_event_at_ms) WHERE next_event_at_ms IS NOT NULL;

CREATE VIRTUAL TABLE ticket_search USING fts5 (
  reference, title, customer, assignee,
  content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
);

-- The support level of a group of agents, as level maps told it.
CREATE TABLE support_group (
  name TEXT PRIMARY KEY,
  level TEXT NOT NULL CHECK (level IN ('L1', 'L2', 'L3'))
) STRICT, WITHOUT ROWID;
