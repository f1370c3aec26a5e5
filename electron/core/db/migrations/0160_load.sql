-- For queues of a million tickets: the default order without what filters ask, the other orders of what is open, tickets with tags,
-- and how many tickets have what the views ask, kept as they are written.

CREATE INDEX ticket_in_order ON ticket (queue_group, queue_key, reference);
CREATE INDEX ticket_open_by_opening ON ticket (opened_at_ms, reference) WHERE queue_group < 4;
CREATE INDEX ticket_open_by_reference ON ticket (reference) WHERE queue_group < 4;
CREATE INDEX ticket_open_by_priority ON ticket (priority, queue_group, queue_key, reference) WHERE queue_group < 4;
CREATE INDEX ticket_open_by_customer ON ticket (customer, queue_group, queue_key, reference) WHERE queue_group < 4;
CREATE INDEX ticket_tagged ON ticket (queue_group, queue_key, reference, tags) WHERE tags <> '[]';

-- What the audit lists by a kind, what was undone among it.
CREATE INDEX event_by_kind ON event (kind);

-- What the wall counted by; the tally tells it now.
DROP INDEX ticket_by_load;

CREATE TABLE ticket_tally (
  -- The seven columns that follow, as one text.
  tally_key TEXT PRIMARY KEY,
  queue_group INTEGER NOT NULL,
  state TEXT NOT NULL,
  tier TEXT NOT NULL,
  level TEXT NOT NULL,
  assignee TEXT,
  escalated_to TEXT,
  priority TEXT,
  count INTEGER NOT NULL CHECK (count > 0)
) STRICT, WITHOUT ROWID;

INSERT INTO ticket_tally
SELECT json_array(queue_group, state, tier, level, assignee, escalated_to, priority),
  queue_group, state, tier, level, assignee, escalated_to, priority, count(*)
FROM ticket GROUP BY queue_group, state, tier, level, assignee, escalated_to, priority;

CREATE TRIGGER ticket_is_tallied AFTER INSERT ON ticket BEGIN
  INSERT INTO ticket_tally
  VALUES (
    json_array(NEW.queue_group, NEW.state, NEW.tier, NEW.level, NEW.assignee, NEW.escalated_to, NEW.priority),
    NEW.queue_group, NEW.state, NEW.tier, NEW.level, NEW.assignee, NEW.escalated_to, NEW.priority, 1
  )
  ON CONFLICT (tally_key) DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER ticket_is_tallied_no_more AFTER DELETE ON ticket BEGIN
  DELETE FROM ticket_tally
  WHERE tally_key = json_array(OLD.queue_group, OLD.state, OLD.tier, OLD.level, OLD.assignee, OLD.escalated_to, OLD.priority)
    AND count = 1;
  UPDATE ticket_tally SET count = count - 1
  WHERE tally_key = json_array(OLD.queue_group, OLD.state, OLD.tier, OLD.level, OLD.assignee, OLD.escalated_to, OLD.priority)
    AND changes() = 0;
END;

CREATE TRIGGER ticket_is_tallied_anew AFTER UPDATE ON ticket
WHEN json_array(OLD.queue_group, OLD.state, OLD.tier, OLD.level, OLD.assignee, OLD.escalated_to, OLD.priority)
  <> json_array(NEW.queue_group, NEW.state, NEW.tier, NEW.level, NEW.assignee, NEW.escalated_to, NEW.priority)
BEGIN
  DELETE FROM ticket_tally
  WHERE tally_key = json_array(OLD.queue_group, OLD.state, OLD.tier, OLD.level, OLD.assignee, OLD.escalated_to, OLD.priority)
    AND count = 1;
  UPDATE ticket_tally SET count = count - 1
  WHERE tally_key = json_array(OLD.queue_group, OLD.state, OLD.tier, OLD.level, OLD.assignee, OLD.escalated_to, OLD.priority)
    AND changes() = 0;
  INSERT INTO ticket_tally
  VALUES (
    json_array(NEW.queue_group, NEW.state, NEW.tier, NEW.level, NEW.assignee, NEW.escalated_to, NEW.priority),
    NEW.queue_group, NEW.state, NEW.tier, NEW.level, NEW.assignee, NEW.escalated_to, NEW.priority, 1
  )
  ON CONFLICT (tally_key) DO UPDATE SET count = count + 1;
END;
