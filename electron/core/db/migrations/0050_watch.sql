-- The watch: what passing time makes due, told once to each person.
ALTER TABLE ticket ADD COLUMN remind_at_ms INTEGER;
-- The reminder of a wait was not in the row: those few are folded again on the first look.
UPDATE ticket SET next_event_at_ms = 0
WHERE state = 'waitingCustomer' AND ticket_id IN (
  SELECT subject_id FROM event
  WHERE subject = 'ticket' AND kind = 'paused' AND json_extract(payload, '$.remindAtMs') IS NOT NULL
);

-- The next instant that matters is the first entry of an index.
CREATE INDEX ticket_by_risk ON ticket (at_risk_at_ms) WHERE queue_group < 4 AND at_risk_at_ms IS NOT NULL;
CREATE INDEX ticket_by_breach ON ticket (breach_after_ms) WHERE queue_group < 4 AND breach_after_ms IS NOT NULL;
CREATE INDEX ticket_by_wake ON ticket (wake_at_ms) WHERE wake_at_ms IS NOT NULL;
CREATE INDEX ticket_by_remind ON ticket (remind_at_ms) WHERE remind_at_ms IS NOT NULL;

CREATE TABLE alarm (
  alarm_id INTEGER PRIMARY KEY,
  -- Whom it was told.
  actor TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('atRisk', 'breached', 'wakeUp', 'remind', 'policy')),
  -- 0 where it is about no ticket.
  ticket_id INTEGER NOT NULL,
  -- The instant that made it.
  due_at_ms INTEGER NOT NULL,
  told_at_ms INTEGER NOT NULL,
  -- When it is told again; null where nobody wants that.
  snoozed_until_ms INTEGER,
  is_seen INTEGER NOT NULL DEFAULT 0 CHECK (is_seen IN (0, 1)),
  UNIQUE (actor, ticket_id, kind, due_at_ms)
) STRICT;

CREATE INDEX alarm_by_telling ON alarm (actor, told_at_ms);
CREATE INDEX alarm_unseen ON alarm (actor, ticket_id) WHERE is_seen = 0;
CREATE INDEX alarm_snoozed ON alarm (actor, snoozed_until_ms) WHERE snoozed_until_ms IS NOT NULL;
