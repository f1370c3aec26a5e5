-- Compiled tables of time zones: a cache, made anew for another version of the zone database. Some databases have the table already.
CREATE TABLE IF NOT EXISTS zone_cache (
  zone TEXT PRIMARY KEY,
  tz_version TEXT NOT NULL,
  compiled TEXT NOT NULL CHECK (json_valid(compiled))
) STRICT, WITHOUT ROWID;
