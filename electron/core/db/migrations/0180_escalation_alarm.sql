-- Leads are told of escalations too: the kinds of alarms are a check of their table, which is made again.
CREATE TABLE alarm_new (
  alarm_id INTEGER PRIMARY KEY,
  -- Whom it was told.
  actor TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('atRisk', 'breached', 'escalated', 'wakeUp', 'remind', 'policy')),
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
INSERT INTO alarm_new SELECT alarm_id, actor, kind, ticket_id, due_at_ms, told_at_ms, snoozed_until_ms, is_seen FROM alarm;
DROP TABLE alarm;
ALTER TABLE alarm_new RENAME TO alarm;

CREATE INDEX alarm_by_telling ON alarm (actor, told_at_ms);
CREATE INDEX alarm_unseen ON alarm (actor, ticket_id) WHERE is_seen = 0;
CREATE INDEX alarm_snoozed ON alarm (actor, snoozed_until_ms) WHERE snoozed_until_ms IS NOT NULL;
