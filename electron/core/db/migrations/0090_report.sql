-- What reports read of each ticket (shared/report/facts.ts), kept by the fold of its row. Rows of tickets that were there before are made when the
-- first report is asked for.
CREATE TABLE ticket_report (
  ticket_id INTEGER PRIMARY KEY,
  opened_at_ms INTEGER NOT NULL,
  -- Nothing that a report counts lies after it; null while the ticket is open.
  ended_at_ms INTEGER,
  facts TEXT NOT NULL CHECK (json_valid(facts))
) STRICT;
