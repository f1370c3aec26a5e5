-- The wall: since when a ticket waits, and since when it waits for a level to take it over. Both are null of any other ticket.
ALTER TABLE ticket ADD COLUMN waiting_since_ms INTEGER;
ALTER TABLE ticket ADD COLUMN escalated_at_ms INTEGER;
-- The longest wait is the first entry of an index.
CREATE INDEX ticket_by_waiting ON ticket (waiting_since_ms) WHERE waiting_since_ms IS NOT NULL;
CREATE INDEX ticket_by_escalating ON ticket (escalated_at_ms) WHERE escalated_at_ms IS NOT NULL;
-- What everybody has open, at risk and breached: without sorting the open tickets each time.
CREATE INDEX ticket_by_load ON ticket (
  assignee, level, tier, queue_group, breach_after_ms, at_risk_at_ms, state, escalated_to
) WHERE queue_group < 4;
-- Neither was in the row: those few are folded again on the first look.
UPDATE ticket SET next_event_at_ms = 0
WHERE queue_group < 4 AND (escalated_to IS NOT NULL OR state NOT IN ('new', 'active'));
