-- Tokens that the language model took and gave, one row a day (UTC, yyyy-MM-dd), person and model; person is '' in the terminal.
CREATE TABLE model_usage (
    day           TEXT NOT NULL,
    person        TEXT NOT NULL,
    model         TEXT NOT NULL,
    calls         INTEGER NOT NULL DEFAULT 0,
    failures      INTEGER NOT NULL DEFAULT 0,
    input_tokens  INTEGER NOT NULL DEFAULT 0,
    output_tokens INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (day, person, model)
);

-- Why the model did not write an answer, newest last, a few kept: the failure's kind and its sentence, never a text.
CREATE TABLE model_failures (
    id      INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,
    failure TEXT NOT NULL,
    message TEXT NOT NULL
);
