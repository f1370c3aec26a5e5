-- Handovers of a shift: what happened to each, in the order of recording. Only ever added to.
CREATE TABLE handover_event (
  seq INTEGER PRIMARY KEY,
  handover_id TEXT NOT NULL CHECK (length(handover_id) = 36),
  kind TEXT NOT NULL CHECK (kind IN ('begun', 'itemChanged', 'noteAdded', 'noteRemoved', 'offered', 'accepted', 'signed')),
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  actor TEXT NOT NULL,
  workstation TEXT NOT NULL,
  recorded_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX handover_event_by_handover ON handover_event (handover_id, seq);
CREATE UNIQUE INDEX handover_is_begun_once ON handover_event (handover_id) WHERE kind = 'begun';

CREATE TRIGGER handover_event_is_never_changed BEFORE UPDATE ON handover_event BEGIN
  SELECT RAISE(ABORT, 'events of handovers are append-only');
END;

CREATE TRIGGER handover_event_is_never_deleted BEFORE DELETE ON handover_event BEGIN
  SELECT RAISE(ABORT, 'events of handovers are append-only');
END;
