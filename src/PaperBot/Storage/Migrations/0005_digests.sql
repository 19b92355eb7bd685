-- What channels and people want to hear of, and what they were sent. Places, people and messages are named by the ids that the chat gives them; times are milliseconds since 1970; lists are JSON.

-- topics, authors, categories and seeds (keys of papers) are lists. Papers that came to the library before since are not new to it. paused is why no digest comes, NULL while they do.
-- next_at is when the next digest is due, NULL while there is none. Whoever holds the lease works on the subscription, and loses it at lease_until.
-- failures are those in a row, and nothing is tried before retry_at. untold is 1 while whoever made it is still to be told that it was paused.
CREATE TABLE subscriptions (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    place         TEXT NOT NULL,
    owner         TEXT NOT NULL,
    topics        TEXT NOT NULL,
    authors       TEXT NOT NULL,
    categories    TEXT NOT NULL,
    seeds         TEXT NOT NULL,
    cron          TEXT NOT NULL,
    time_zone     TEXT NOT NULL,
    most          INTEGER NOT NULL,
    minimum_score REAL NOT NULL,
    since         INTEGER NOT NULL,
    paused        TEXT,
    next_at       INTEGER,
    lease         TEXT NOT NULL DEFAULT '',
    lease_until   INTEGER NOT NULL DEFAULT 0,
    failures      INTEGER NOT NULL DEFAULT 0,
    retry_at      INTEGER NOT NULL DEFAULT 0,
    untold        INTEGER NOT NULL DEFAULT 0,
    created_at    INTEGER NOT NULL
);
CREATE INDEX subscriptions_due ON subscriptions (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX subscriptions_by_place ON subscriptions (place);

-- What was decided to be sent at a due time, before it is sent. The id is made of the subscription and the due time, or of the request of a person, and
-- is the same in every process. place is where it goes, wherever the subscription moves. looked_until is up to when new papers were looked at, all that came by then.
-- state is 0 decided, 1 may have been posted, 2 posted, 3 given up, 4 nothing to post. message is the post's id once it is known.
CREATE TABLE digests (
    id           TEXT PRIMARY KEY,
    subscription INTEGER NOT NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
    place        TEXT NOT NULL,
    due_at       INTEGER NOT NULL,
    looked_until INTEGER NOT NULL,
    candidates   INTEGER NOT NULL,
    state        INTEGER NOT NULL DEFAULT 0,
    message      TEXT NOT NULL DEFAULT '',
    made_at      INTEGER NOT NULL,
    posted_at    INTEGER
);
CREATE INDEX digests_by_subscription ON digests (subscription, state, due_at);
CREATE INDEX digests_by_message ON digests (message) WHERE message <> '';
CREATE INDEX digests_unfinished ON digests (subscription) WHERE state IN (0, 1);

-- The papers of a digest, in its order. A subscription never has one twice.
CREATE TABLE digest_papers (
    subscription INTEGER NOT NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
    paper        TEXT NOT NULL,
    digest       TEXT NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    score        REAL NOT NULL,
    tldr         TEXT NOT NULL,
    why          TEXT NOT NULL,
    PRIMARY KEY (subscription, paper)
) WITHOUT ROWID;
CREATE INDEX digest_papers_by_digest ON digest_papers (digest, position);

-- What readers said of papers. verdict is 'up', 'down', 'saved' or 'asked'; of up and down a person has one.
CREATE TABLE digest_verdicts (
    subscription INTEGER NOT NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
    person       TEXT NOT NULL,
    paper        TEXT NOT NULL,
    verdict      TEXT NOT NULL,
    given_at     INTEGER NOT NULL,
    PRIMARY KEY (subscription, person, paper, verdict)
) WITHOUT ROWID;

-- Papers that a person put aside to read.
CREATE TABLE saved_papers (
    person   TEXT NOT NULL,
    paper    TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (person, paper)
) WITHOUT ROWID;

-- Threads that were told that a paper which they cite was taken back.
CREATE TABLE withdrawal_notices (
    channel TEXT NOT NULL,
    thread  TEXT NOT NULL,
    paper   TEXT NOT NULL,
    state   INTEGER NOT NULL DEFAULT 0,
    told_at INTEGER NOT NULL,
    PRIMARY KEY (channel, thread, paper)
) WITHOUT ROWID;

-- What came to the library within a time, for those who look for what is new.
CREATE INDEX papers_by_arrival ON papers (added_at);
