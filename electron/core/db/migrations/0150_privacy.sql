-- Erasures: the law's exception to logs that are only ever added to. An erasure is an event of its customer (kind 'erased'); under its authority, and row by row,
-- texts of earlier rows may be taken away, and nothing else about them may change.
CREATE INDEX event_of_erasure ON event (subject_id, seq) WHERE subject = 'customer' AND kind = 'erased';

-- A row may be redacted once: the permit is used up by it. Between transactions the table is empty.
CREATE TABLE redaction_permit (
  log TEXT NOT NULL CHECK (log IN (
    'event', 'handover_event', 'request_event', 'maintenance_exception', 'maintenance_revocation', 'ledger_closing', 'policy_version'
  )),
  row_id INTEGER NOT NULL,
  -- The event that is the authority for it.
  erasure_seq INTEGER NOT NULL REFERENCES event,
  PRIMARY KEY (log, row_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER redaction_permit_needs_an_erasure BEFORE INSERT ON redaction_permit
WHEN NOT EXISTS (SELECT 1 FROM event WHERE seq = NEW.erasure_seq AND subject = 'customer' AND kind = 'erased') BEGIN
  SELECT RAISE(ABORT, 'only an erasure permits to redact');
END;

DROP TRIGGER event_is_never_changed;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
WHEN NOT (
  EXISTS (SELECT 1 FROM redaction_permit WHERE log = 'event' AND row_id = OLD.seq)
  AND NEW.seq IS OLD.seq AND NEW.event_id IS OLD.event_id AND NEW.subject IS OLD.subject AND NEW.subject_id IS OLD.subject_id AND NEW.kind IS OLD.kind AND NEW.occurred_at_ms IS OLD.occurred_at_ms AND NEW.recorded_at_ms IS OLD.recorded_at_ms AND NEW.actor IS OLD.actor AND NEW.workstation IS OLD.workstation AND NEW.command_id IS OLD.command_id
  AND coalesce((SELECT json_group_array(json_array(fullkey, atom)) FROM json_tree(NEW.payload) WHERE type IN ('integer', 'real', 'true', 'false')), '')
    = coalesce((SELECT json_group_array(json_array(fullkey, atom)) FROM json_tree(OLD.payload) WHERE type IN ('integer', 'real', 'true', 'false')), '')
  AND NOT EXISTS (
    SELECT 1 FROM json_tree(NEW.payload) AS told WHERE told.type = 'text' AND instr(told.atom, '[…]') = 0
      AND NOT EXISTS (SELECT 1 FROM json_tree(OLD.payload) AS was WHERE was.fullkey = told.fullkey AND was.atom IS told.atom)
      AND told.atom IS NOT (
        SELECT payload ->> '$.pseudonym' FROM event JOIN redaction_permit ON seq = erasure_seq WHERE log = 'event' AND row_id = OLD.seq
      )
  )
) BEGIN
  SELECT RAISE(ABORT, 'events are append-only');
END;
CREATE TRIGGER event_is_redacted_once AFTER UPDATE ON event BEGIN
  DELETE FROM redaction_permit WHERE log = 'event' AND row_id = OLD.seq;
END;

DROP TRIGGER handover_event_is_never_changed;
CREATE TRIGGER handover_event_is_never_changed BEFORE UPDATE ON handover_event
WHEN NOT (
  EXISTS (SELECT 1 FROM redaction_permit WHERE log = 'handover_event' AND row_id = OLD.seq)
  AND NEW.seq IS OLD.seq AND NEW.handover_id IS OLD.handover_id AND NEW.kind IS OLD.kind AND NEW.actor IS OLD.actor AND NEW.workstation IS OLD.workstation AND NEW.recorded_at_ms IS OLD.recorded_at_ms
  AND coalesce((SELECT json_group_array(json_array(fullkey, atom)) FROM json_tree(NEW.payload) WHERE type IN ('integer', 'real', 'true', 'false')), '')
    = coalesce((SELECT json_group_array(json_array(fullkey, atom)) FROM json_tree(OLD.payload) WHERE type IN ('integer', 'real', 'true', 'false')), '')
  AND NOT EXISTS (
    SELECT 1 FROM json_tree(NEW.payload) AS told WHERE told.type = 'text' AND instr(told.atom, '[…]') = 0
      AND NOT EXISTS (SELECT 1 FROM json_tree(OLD.payload) AS was WHERE was.fullkey = told.fullkey AND was.atom IS told.atom)
      AND told.atom IS NOT (
        SELECT payload ->> '$.pseudonym' FROM event JOIN redaction_permit ON seq = erasure_seq WHERE log = 'handover_event' AND row_id = OLD.seq
      )
  )
) BEGIN
  SELECT RAISE(ABORT, 'events of handovers are append-only');
END;
CREATE TRIGGER handover_event_is_redacted_once AFTER UPDATE ON handover_event BEGIN
  DELETE FROM redaction_permit WHERE log = 'handover_event' AND row_id = OLD.seq;
END;

DROP TRIGGER request_event_is_never_changed;
CREATE TRIGGER request_event_is_never_changed BEFORE UPDATE ON request_event
WHEN NOT (
  EXISTS (SELECT 1 FROM redaction_permit WHERE log = 'request_event' AND row_id = OLD.seq)
  AND NEW.seq IS OLD.seq AND NEW.request_id IS OLD.request_id AND NEW.kind IS OLD.kind AND NEW.actor IS OLD.actor AND NEW.workstation IS OLD.workstation AND NEW.recorded_at_ms IS OLD.recorded_at_ms
  AND coalesce((SELECT json_group_array(json_array(fullkey, atom)) FROM json_tree(NEW.payload) WHERE type IN ('integer', 'real', 'true', 'false')), '')
    = coalesce((SELECT json_group_array(json_array(fullkey, atom)) FROM json_tree(OLD.payload) WHERE type IN ('integer', 'real', 'true', 'false')), '')
  AND NOT EXISTS (
    SELECT 1 FROM json_tree(NEW.payload) AS told WHERE told.type = 'text' AND instr(told.atom, '[…]') = 0
      AND NOT EXISTS (SELECT 1 FROM json_tree(OLD.payload) AS was WHERE was.fullkey = told.fullkey AND was.atom IS told.atom)
      AND told.atom IS NOT (
        SELECT payload ->> '$.pseudonym' FROM event JOIN redaction_permit ON seq = erasure_seq WHERE log = 'request_event' AND row_id = OLD.seq
      )
  )
) BEGIN
  SELECT RAISE(ABORT, 'events of requests are append-only');
END;
CREATE TRIGGER request_event_is_redacted_once AFTER UPDATE ON request_event BEGIN
  DELETE FROM redaction_permit WHERE log = 'request_event' AND row_id = OLD.seq;
END;

DROP TRIGGER maintenance_exception_is_never_changed;
CREATE TRIGGER maintenance_exception_is_never_changed BEFORE UPDATE ON maintenance_exception
WHEN NOT (
  EXISTS (SELECT 1 FROM redaction_permit WHERE log = 'maintenance_exception' AND row_id = OLD.exception_id)
  AND NEW.exception_id IS OLD.exception_id AND NEW.kind IS OLD.kind AND NEW.platforms IS OLD.platforms AND NEW.of_start_ms IS OLD.of_start_ms AND NEW.start_at_ms IS OLD.start_at_ms AND NEW.end_at_ms IS OLD.end_at_ms AND NEW.customer_id IS OLD.customer_id AND NEW.actor IS OLD.actor AND NEW.workstation IS OLD.workstation AND NEW.recorded_at_ms IS OLD.recorded_at_ms
  AND instr(NEW.reason, '[…]') > 0
) BEGIN
  SELECT RAISE(ABORT, 'exceptions of maintenance are append-only');
END;
CREATE TRIGGER maintenance_exception_is_redacted_once AFTER UPDATE ON maintenance_exception BEGIN
  DELETE FROM redaction_permit WHERE log = 'maintenance_exception' AND row_id = OLD.exception_id;
END;

DROP TRIGGER maintenance_revocation_is_never_changed;
CREATE TRIGGER maintenance_revocation_is_never_changed BEFORE UPDATE ON maintenance_revocation
WHEN NOT (
  EXISTS (SELECT 1 FROM redaction_permit WHERE log = 'maintenance_revocation' AND row_id = OLD.exception_id)
  AND NEW.exception_id IS OLD.exception_id AND NEW.actor IS OLD.actor AND NEW.workstation IS OLD.workstation AND NEW.recorded_at_ms IS OLD.recorded_at_ms
  AND instr(NEW.reason, '[…]') > 0
) BEGIN
  SELECT RAISE(ABORT, 'exceptions of maintenance are append-only');
END;
CREATE TRIGGER maintenance_revocation_is_redacted_once AFTER UPDATE ON maintenance_revocation BEGIN
  DELETE FROM redaction_permit WHERE log = 'maintenance_revocation' AND row_id = OLD.exception_id;
END;

DROP TRIGGER ledger_closing_is_never_changed;
CREATE TRIGGER ledger_closing_is_never_changed BEFORE UPDATE ON ledger_closing
WHEN NOT (
  EXISTS (SELECT 1 FROM redaction_permit WHERE log = 'ledger_closing' AND row_id = OLD.closing_id)
  AND NEW.closing_id IS OLD.closing_id AND NEW.closed_through IS OLD.closed_through AND NEW.actor IS OLD.actor AND NEW.workstation IS OLD.workstation AND NEW.recorded_at_ms IS OLD.recorded_at_ms
  AND instr(NEW.reason, '[…]') > 0
) BEGIN
  SELECT RAISE(ABORT, 'closings of months are append-only');
END;
CREATE TRIGGER ledger_closing_is_redacted_once AFTER UPDATE ON ledger_closing BEGIN
  DELETE FROM redaction_permit WHERE log = 'ledger_closing' AND row_id = OLD.closing_id;
END;

DROP TRIGGER policy_version_is_never_changed;
CREATE TRIGGER policy_version_is_never_changed BEFORE UPDATE ON policy_version
WHEN NOT (
  EXISTS (SELECT 1 FROM redaction_permit WHERE log = 'policy_version' AND row_id = OLD.version_id)
  AND NEW.version_id IS OLD.version_id AND NEW.from_ms IS OLD.from_ms AND NEW.policy IS OLD.policy AND NEW.actor IS OLD.actor AND NEW.workstation IS OLD.workstation AND NEW.recorded_at_ms IS OLD.recorded_at_ms
  AND instr(NEW.note, '[…]') > 0
) BEGIN
  SELECT RAISE(ABORT, 'versions of the policy are append-only');
END;
CREATE TRIGGER policy_version_is_redacted_once AFTER UPDATE ON policy_version BEGIN
  DELETE FROM redaction_permit WHERE log = 'policy_version' AND row_id = OLD.version_id;
END;
