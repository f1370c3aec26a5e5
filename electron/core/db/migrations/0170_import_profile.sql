-- How exports with a certain header are read: what somebody said of them once, to be recognised by that header again.
CREATE TABLE import_profile (
  import_profile_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 80),
  profile TEXT NOT NULL,
  zone TEXT,
  -- Of headers: hexadecimal, in a list.
  fingerprints TEXT NOT NULL CHECK (json_valid(fingerprints)),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  actor TEXT NOT NULL,
  workstation TEXT NOT NULL,
  recorded_at_ms INTEGER NOT NULL
) STRICT;
