-- The bot's memory. Conversations, people and messages are named by the ids that the chat gives them; times are milliseconds since 1970; lists and contents are JSON.

-- What the chat delivered: the payload is forgotten once it is handled, the id a week later, so that a repeat is known.
CREATE TABLE deliveries (
    id           TEXT PRIMARY KEY,
    type         TEXT NOT NULL,
    payload      TEXT NOT NULL,
    received_at  INTEGER NOT NULL,
    attempts     INTEGER NOT NULL DEFAULT 0,
    completed_at INTEGER
);
CREATE INDEX deliveries_unfinished ON deliveries (received_at) WHERE completed_at IS NULL;
CREATE INDEX deliveries_completed ON deliveries (completed_at) WHERE completed_at IS NOT NULL;

-- What the bot said: the request in words, the reply as it was shown, and what it rests on. thread is '' outside of threads, message is '' until it is known and for replies that one person sees.
-- stream is the message that the reply was begun in piece by piece. file is the file that goes with it, until it was sent. state is 0 when the reply is made, 1 when sending has begun, 2 when it was sent; 3 when its first sentences may have been seen and the whole is not made yet.
CREATE TABLE replies (
    id         TEXT PRIMARY KEY,
    delivery   TEXT NOT NULL UNIQUE,
    kind       TEXT NOT NULL,
    channel    TEXT NOT NULL,
    thread     TEXT NOT NULL,
    message    TEXT NOT NULL DEFAULT '',
    stream     TEXT NOT NULL DEFAULT '',
    file       TEXT NOT NULL DEFAULT '',
    state      INTEGER NOT NULL DEFAULT 0,
    person     TEXT NOT NULL,
    private    INTEGER NOT NULL,
    request    TEXT NOT NULL,
    shown      TEXT NOT NULL,
    content    TEXT NOT NULL,
    papers     TEXT NOT NULL,
    created_at INTEGER NOT NULL
);
CREATE INDEX replies_by_thread ON replies (channel, thread, created_at);
CREATE INDEX replies_by_person ON replies (person, created_at);

-- Threads that the bot takes part in.
CREATE TABLE threads (
    channel   TEXT NOT NULL,
    thread    TEXT NOT NULL,
    joined_at INTEGER NOT NULL,
    PRIMARY KEY (channel, thread)
);

-- One vote a person and reply: 1 is helpful, -1 is not.
CREATE TABLE feedback (
    reply    TEXT NOT NULL REFERENCES replies (id) ON DELETE CASCADE,
    person   TEXT NOT NULL,
    vote     INTEGER NOT NULL CHECK (vote IN (-1, 1)),
    voted_at INTEGER NOT NULL,
    PRIMARY KEY (reply, person)
);

-- mode is 'mentions' or 'questions'; people and categories are lists, and an empty one is no limit.
CREATE TABLE channel_settings (
    channel    TEXT PRIMARY KEY,
    mode       TEXT NOT NULL,
    people     TEXT NOT NULL,
    categories TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL
);

-- What became of a person's messages, so that the bot can say why it was silent. It holds no text of theirs. message is '' for commands and clicks.
CREATE TABLE decisions (
    id         INTEGER PRIMARY KEY,
    person     TEXT NOT NULL,
    channel    TEXT NOT NULL,
    message    TEXT NOT NULL,
    outcome    TEXT NOT NULL,
    reason     TEXT NOT NULL,
    decided_at INTEGER NOT NULL
);
CREATE INDEX decisions_by_person ON decisions (person, id);
CREATE UNIQUE INDEX decisions_by_message ON decisions (channel, message) WHERE message <> '';

-- Where people named a paper, whether the library has it or not. thread is the message itself outside of threads.
CREATE TABLE paper_shares (
    paper     TEXT NOT NULL,
    channel   TEXT NOT NULL,
    message   TEXT NOT NULL,
    thread    TEXT NOT NULL,
    person    TEXT NOT NULL,
    shared_at INTEGER NOT NULL,
    PRIMARY KEY (paper, channel, message)
);
CREATE INDEX paper_shares_by_time ON paper_shares (shared_at);
CREATE INDEX paper_shares_by_message ON paper_shares (channel, message);
