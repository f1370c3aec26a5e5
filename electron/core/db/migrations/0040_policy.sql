-- Versions of the policy, each from an instant on. Before the first, the policy is the shipped one. A version recorded later takes the place of those
-- that would begin at or after it.
CREATE TABLE policy_version (
  version_id INTEGER PRIMARY KEY,
  from_ms INTEGER NOT NULL,
  policy TEXT NOT NULL CHECK (json_valid(policy)),
  note TEXT,
  actor TEXT NOT NULL,
  workstation TEXT NOT NULL,
  recorded_at_ms INTEGER NOT NULL
) STRICT;

CREATE TRIGGER policy_version_is_never_changed BEFORE UPDATE ON policy_version BEGIN
  SELECT RAISE(ABORT, 'versions of the policy are append-only');
END;

CREATE TRIGGER policy_version_is_never_deleted BEFORE DELETE ON policy_version BEGIN
  SELECT RAISE(ABORT, 'versions of the policy are append-only');
END;
