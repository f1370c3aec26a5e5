-- What a lead is asked for: what happened to each request, in the order of recording. Only ever added to.
CREATE TABLE request_event (
  seq INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL CHECK (length(request_id) = 36),
  kind TEXT NOT NULL CHECK (kind IN ('asked', 'approved', 'refused', 'withdrawn', 'reopened')),
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  actor TEXT NOT NULL,
  workstation TEXT NOT NULL,
  recorded_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX request_event_by_request ON request_event (request_id, seq);
CREATE UNIQUE INDEX request_is_asked_once ON request_event (request_id) WHERE kind = 'asked';

CREATE TRIGGER request_event_is_never_changed BEFORE UPDATE ON request_event BEGIN
  SELECT RAISE(ABORT, 'events of requests are append-only');
END;

CREATE TRIGGER request_event_is_never_deleted BEFORE DELETE ON request_event BEGIN
  SELECT RAISE(ABORT, 'events of requests are append-only');
END;

-- A fold of the log: the last step of its hierarchical escalation that a lead has acknowledged.
ALTER TABLE ticket ADD COLUMN acknowledged TEXT CHECK (acknowledged IN ('creation', 'half', 'threeQuarters', 'whole'));
