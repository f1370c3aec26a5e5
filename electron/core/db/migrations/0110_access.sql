-- Who works here and what opens a lead's rights: what happened, in the order of recording. Only ever added to.
CREATE TABLE access_event (
  seq INTEGER PRIMARY KEY,
  -- The last of the log's events when it was recorded: its place among them in the audit.
  after_seq INTEGER NOT NULL,
  person_id TEXT CHECK (length(person_id) = 36),
  kind TEXT NOT NULL CHECK (kind IN ('personAdded', 'personChanged', 'passphraseSet', 'passphraseChanged', 'passphraseReset', 'leadUnlocked', 'leadRefused')),
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  -- What a passphrase is checked against: read by that check alone, never told.
  secret TEXT CHECK (json_valid(secret)),
  actor TEXT NOT NULL,
  workstation TEXT NOT NULL,
  recorded_at_ms INTEGER NOT NULL,
  CHECK ((kind IN ('personAdded', 'personChanged')) = (person_id IS NOT NULL)),
  CHECK ((kind IN ('passphraseSet', 'passphraseChanged')) = (secret IS NOT NULL))
) STRICT;
CREATE INDEX access_event_by_place ON access_event (after_seq, seq);
CREATE UNIQUE INDEX person_is_added_once ON access_event (person_id) WHERE kind = 'personAdded';

CREATE TRIGGER access_event_is_never_changed BEFORE UPDATE ON access_event BEGIN
  SELECT RAISE(ABORT, 'events of access are append-only');
END;

CREATE TRIGGER access_event_is_never_deleted BEFORE DELETE ON access_event BEGIN
  SELECT RAISE(ABORT, 'events of access are append-only');
END;
