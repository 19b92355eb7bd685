-- Every key that a paper goes by: its own, its DOI's, those of records that turned out to be the same paper.
CREATE TABLE paper_keys (
    key      TEXT PRIMARY KEY,
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE
);
CREATE INDEX paper_keys_by_paper ON paper_keys (paper_id);
INSERT INTO paper_keys (key, paper_id) SELECT key, id FROM papers;
INSERT OR IGNORE INTO paper_keys (key, paper_id) SELECT 'doi:' || doi, id FROM papers WHERE doi IS NOT NULL;

-- What each source says of a paper, one row a paper and source. fields are those of the paper that come from it, parted by spaces.
-- status is '', 'withdrawn' or 'retracted', and status_at the time at which it was first seen. Signals are NULL where the source has none; keywords is a list.
CREATE TABLE paper_sources (
    paper_id    INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
    source      TEXT NOT NULL,
    key         TEXT NOT NULL,
    fields      TEXT NOT NULL,
    version     INTEGER,
    status      TEXT NOT NULL DEFAULT '',
    status_at   TEXT,
    upvotes     INTEGER,
    citations   INTEGER,
    tldr        TEXT,
    keywords    TEXT NOT NULL DEFAULT '[]',
    code        TEXT,
    featured_on TEXT,
    first_seen  TEXT NOT NULL,
    changed_at  TEXT NOT NULL,
    PRIMARY KEY (paper_id, source)
) WITHOUT ROWID;
CREATE INDEX paper_sources_by_day ON paper_sources (featured_on) WHERE featured_on IS NOT NULL;
CREATE INDEX paper_sources_by_status ON paper_sources (status_at) WHERE status <> '';
INSERT INTO paper_sources (paper_id, source, key, fields, status, status_at, first_seen, changed_at)
SELECT id, source, key, 'title abstract authors published venue categories doi url extra', iif(withdrawn, 'withdrawn', ''), iif(withdrawn, updated_at, NULL), added_at, updated_at
FROM papers;

-- Where the reading of a source was interrupted, in the source's own words; taken are the papers that came before.
CREATE TABLE source_cursors (
    reference  TEXT PRIMARY KEY,
    cursor     TEXT NOT NULL,
    taken      INTEGER NOT NULL,
    updated_at TEXT NOT NULL
);

-- By which a source tells whether a feed is the same as last time.
CREATE TABLE source_validators (
    address       TEXT PRIMARY KEY,
    etag          TEXT,
    last_modified TEXT,
    updated_at    TEXT NOT NULL
);

-- The feeds that are kept up to date. problem is the sentence of the last failure, '' after a success; mark is what a feed remembers itself.
CREATE TABLE feeds (
    reference    TEXT PRIMARY KEY,
    next_at      TEXT NOT NULL,
    succeeded_at TEXT,
    failures     INTEGER NOT NULL DEFAULT 0,
    problem      TEXT NOT NULL DEFAULT '',
    mark         TEXT NOT NULL DEFAULT ''
);
