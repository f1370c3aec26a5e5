-- The desk: what people do is a command of theirs, so that it can be undone; what they keep for themselves beside the tickets.
ALTER TABLE event ADD COLUMN command_id BLOB CHECK (command_id IS NULL OR length(command_id) = 16);
CREATE INDEX event_by_command ON event (command_id) WHERE command_id IS NOT NULL;
CREATE INDEX event_by_actor ON event (actor, seq) WHERE command_id IS NOT NULL;

ALTER TABLE ticket ADD COLUMN owner TEXT;
ALTER TABLE ticket ADD COLUMN platform TEXT CHECK (platform IN ('NUP', 'NGP'));

-- Who took it first at the desk is its owner (shared/ticket/apply.ts).
UPDATE ticket SET owner = (
  SELECT json_extract(payload, '$.assignee') FROM event
  WHERE subject = 'ticket' AND subject_id = ticket_id AND kind IN ('opened', 'assigned')
    AND json_extract(payload, '$.level') = 'L1' AND json_extract(payload, '$.assignee') IS NOT NULL
  ORDER BY occurred_at_ms, seq LIMIT 1
);
-- Where the opening was corrected that may be somebody else: those few are folded again on the first look.
UPDATE ticket SET next_event_at_ms = 0
WHERE ticket_id IN (SELECT subject_id FROM event WHERE subject = 'ticket' AND kind = 'openingCorrected');

-- Everything that a filter asks stands in the default order's index.
DROP INDEX ticket_by_due;
CREATE INDEX ticket_by_due ON ticket (
  queue_group, queue_key, reference, ticket_id, priority, tier, level, state, assignee, at_risk_at_ms, breach_after_ms,
  owner, escalated_to, category, platform, language, is_beta, opened_at_ms
);
CREATE INDEX ticket_by_assignee ON ticket (assignee, queue_group);
CREATE INDEX ticket_by_owner ON ticket (owner, queue_group);

-- The words of everything that was written about a ticket, beside those of its row (shared/ticket/ticket-words.ts).
DROP TABLE ticket_search;
CREATE VIRTUAL TABLE ticket_search USING fts5 (
  reference, title, customer, assignee, body,
  content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO ticket_search (rowid, reference, title, customer, assignee, body)
SELECT ticket_id, reference, title, customer, assignee,
  coalesce((SELECT group_concat(value, char(10)) FROM json_each(tags)), '') || char(10)
  || coalesce(owner, '') || char(10) || coalesce(requester, '') || char(10)
  || coalesce((
    SELECT group_concat(coalesce(json_extract(payload, '$.text'), json_extract(payload, '$.reason')), char(10)) FROM event
    WHERE subject = 'ticket' AND subject_id = ticket_id
      AND kind IN ('commented', 'responded', 'resumed', 'resolved', 'paused', 'awaited', 'reopened', 'priorityChanged')
  ), '')
FROM ticket;

CREATE TABLE counter (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  actor TEXT NOT NULL,
  key TEXT NOT NULL,
  body TEXT NOT NULL,
  saved_at_ms INTEGER NOT NULL,
  PRIMARY KEY (actor, key)
) STRICT, WITHOUT ROWID;

-- One timer a person. `running_since_ms` is null while it is paused.
CREATE TABLE timer (
  actor TEXT PRIMARY KEY,
  ticket_id INTEGER NOT NULL REFERENCES ticket,
  started_at_ms INTEGER NOT NULL,
  running_since_ms INTEGER,
  banked_ms INTEGER NOT NULL CHECK (banked_ms >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_view (
  view_id INTEGER PRIMARY KEY,
  actor TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) > 0),
  filter TEXT NOT NULL CHECK (json_valid(filter)),
  sort TEXT NOT NULL CHECK (json_valid(sort)),
  columns TEXT CHECK (columns IS NULL OR json_valid(columns)),
  UNIQUE (actor, name)
) STRICT;

CREATE TABLE canned_reply (
  reply_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
  subject_en TEXT,
  body_en TEXT,
  subject_fr TEXT,
  body_fr TEXT,
  CHECK (body_en IS NOT NULL OR body_fr IS NOT NULL)
) STRICT;

CREATE TABLE macro (
  macro_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
  commands TEXT NOT NULL CHECK (json_valid(commands))
) STRICT;
