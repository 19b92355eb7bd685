-- Lists (authors, categories) are JSON arrays. terms are words that title and abstract have in LaTeX only, as people type them. Dates are ISO 8601 with the precision that is known, so that they sort as text.
CREATE TABLE papers (
    id           INTEGER PRIMARY KEY,
    key          TEXT NOT NULL UNIQUE,
    title        TEXT NOT NULL,
    abstract     TEXT NOT NULL,
    authors      TEXT NOT NULL,
    published    TEXT,
    venue        TEXT,
    categories   TEXT NOT NULL,
    doi          TEXT,
    url          TEXT,
    source       TEXT NOT NULL,
    withdrawn    INTEGER NOT NULL DEFAULT 0,
    extra        TEXT,
    terms        TEXT NOT NULL,
    title_key    TEXT NOT NULL,
    content_hash BLOB NOT NULL,
    added_at     TEXT NOT NULL,
    updated_at   TEXT NOT NULL
);
CREATE INDEX papers_by_title ON papers (title_key);
CREATE INDEX papers_by_date ON papers (published);
CREATE INDEX papers_by_doi ON papers (doi) WHERE doi IS NOT NULL;

CREATE VIRTUAL TABLE papers_text USING fts5 (
    title, abstract, authors, terms,
    content = 'papers', content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER papers_text_insert AFTER INSERT ON papers BEGIN
    INSERT INTO papers_text (rowid, title, abstract, authors, terms) VALUES (new.id, new.title, new.abstract, new.authors, new.terms);
END;
CREATE TRIGGER papers_text_delete AFTER DELETE ON papers BEGIN
    INSERT INTO papers_text (papers_text, rowid, title, abstract, authors, terms)
    VALUES ('delete', old.id, old.title, old.abstract, old.authors, old.terms);
END;
CREATE TRIGGER papers_text_update AFTER UPDATE OF title, abstract, authors, terms ON papers BEGIN
    INSERT INTO papers_text (papers_text, rowid, title, abstract, authors, terms)
    VALUES ('delete', old.id, old.title, old.abstract, old.authors, old.terms);
    INSERT INTO papers_text (rowid, title, abstract, authors, terms) VALUES (new.id, new.title, new.abstract, new.authors, new.terms);
END;

-- mean is what was subtracted from an embedding before the signs were taken (float32, little-endian), over the first mean_count vectors.
CREATE TABLE models (
    id         INTEGER PRIMARY KEY,
    identity   TEXT NOT NULL UNIQUE,
    dimensions INTEGER NOT NULL,
    mean       BLOB NOT NULL,
    mean_count INTEGER NOT NULL DEFAULT 0
);

-- An id is never used twice, so that a reader finds what is new by asking for what is greater than the last id it saw.
CREATE TABLE vectors (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    model_id  INTEGER NOT NULL REFERENCES models (id) ON DELETE CASCADE,
    paper_id  INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
    embedding BLOB NOT NULL,
    code      BLOB NOT NULL,
    UNIQUE (paper_id, model_id)
);
CREATE INDEX vectors_codes ON vectors (model_id, id, paper_id, code);

-- A paper's sentences in one BLOB: see SentenceVectors.
CREATE TABLE sentence_vectors (
    model_id INTEGER NOT NULL REFERENCES models (id) ON DELETE CASCADE,
    paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
    vectors  BLOB NOT NULL,
    PRIMARY KEY (paper_id, model_id)
);

CREATE TRIGGER vectors_outdated AFTER UPDATE OF title, abstract ON papers
WHEN old.title <> new.title OR old.abstract <> new.abstract BEGIN
    DELETE FROM vectors WHERE paper_id = old.id;
    DELETE FROM sentence_vectors WHERE paper_id = old.id;
END;
