-- What people do with a ticket: tags, the wake-up of a wait, escalations.
ALTER TABLE ticket ADD COLUMN tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags));
ALTER TABLE ticket ADD COLUMN wake_at_ms INTEGER;
ALTER TABLE ticket ADD COLUMN escalated_to TEXT CHECK (escalated_to IN ('L1', 'L2', 'L3'));
ALTER TABLE ticket ADD COLUMN bounce_count INTEGER NOT NULL DEFAULT 0;
