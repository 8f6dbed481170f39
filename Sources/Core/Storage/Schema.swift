/// The schema's history: append only. A shipped step is never edited; a later one changes what it made.
/// `user_version` counts the steps taken.
let schemaSteps: [String] = [
    """
    CREATE TABLE source (id TEXT PRIMARY KEY, kind TEXT NOT NULL, since INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE file (source TEXT NOT NULL, place TEXT NOT NULL, device INTEGER NOT NULL, inode INTEGER NOT NULL,
      size INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL, digest BLOB NOT NULL,
      article TEXT, refusal TEXT, at INTEGER NOT NULL, PRIMARY KEY (source, place)) WITHOUT ROWID;
    CREATE TABLE seen (key TEXT PRIMARY KEY, article TEXT, algorithm INTEGER NOT NULL, at INTEGER NOT NULL,
      digest BLOB) WITHOUT ROWID;
    CREATE TABLE article (id TEXT PRIMARY KEY, version INTEGER NOT NULL, source TEXT NOT NULL, kind TEXT NOT NULL,
      place TEXT NOT NULL, headline TEXT NOT NULL, url TEXT, byline TEXT, language TEXT, published TEXT,
      published_from TEXT NOT NULL, body TEXT NOT NULL, caveat TEXT, text BLOB NOT NULL, zones BLOB NOT NULL,
      headline_hash INTEGER NOT NULL, sketch BLOB NOT NULL, algorithm INTEGER NOT NULL, matched INTEGER NOT NULL,
      provisional INTEGER NOT NULL, first_seen INTEGER NOT NULL, updated INTEGER NOT NULL);
    CREATE INDEX article_by_age ON article (matched, updated);
    CREATE INDEX article_by_url ON article (url) WHERE url IS NOT NULL;
    CREATE INDEX article_by_place ON article (source, place);
    CREATE TABLE decision (article TEXT NOT NULL, version INTEGER NOT NULL, watch TEXT NOT NULL, verdict TEXT NOT NULL,
      reason TEXT NOT NULL, mentions INTEGER NOT NULL, clause TEXT NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY (article, version, watch)) WITHOUT ROWID;
    CREATE TABLE told (article TEXT NOT NULL, watch TEXT NOT NULL, PRIMARY KEY (article, watch)) WITHOUT ROWID;
    CREATE TABLE alert (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
      article TEXT, version INTEGER, text TEXT NOT NULL, at INTEGER NOT NULL);
    CREATE TABLE delivery (id TEXT PRIMARY KEY, alert TEXT NOT NULL, receiver TEXT NOT NULL, sequence INTEGER NOT NULL,
      content_type TEXT NOT NULL, body BLOB NOT NULL, state TEXT NOT NULL, tries INTEGER NOT NULL, due INTEGER,
      created INTEGER NOT NULL, last_at INTEGER, last_status INTEGER, last_error TEXT);
    CREATE INDEX delivery_due ON delivery (receiver, due) WHERE state = 'waiting';
    CREATE INDEX delivery_state ON delivery (state, created);
    CREATE INDEX delivery_alert ON delivery (alert);
    CREATE TABLE sequence (receiver TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE feed (source TEXT PRIMARY KEY, etag TEXT, last_modified TEXT, last_success INTEGER,
      failures INTEGER NOT NULL, last_error TEXT, next_poll INTEGER NOT NULL, body_digest BLOB NOT NULL,
      baseline_done INTEGER NOT NULL, gaps INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE due_fetch (source TEXT NOT NULL, entry TEXT NOT NULL, url TEXT NOT NULL, body BLOB NOT NULL,
      headline TEXT, byline TEXT, published TEXT, published_at INTEGER, language TEXT, digest BLOB NOT NULL,
      first_seen INTEGER NOT NULL, circumstance TEXT NOT NULL, tries INTEGER NOT NULL, due INTEGER NOT NULL,
      deadline INTEGER NOT NULL, is_late INTEGER NOT NULL, PRIMARY KEY (source, entry)) WITHOUT ROWID;
    CREATE INDEX due_fetch_due ON due_fetch (due);
    """,
    """
    CREATE INDEX alert_by_age ON alert (at);
    CREATE INDEX decision_held ON decision (at) WHERE verdict = 'hold';
    CREATE INDEX article_by_source ON article (source, updated);
    """,
    """
    ALTER TABLE article ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE due_fetch ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
    """,
    """
    CREATE TABLE story (id TEXT PRIMARY KEY, started INTEGER NOT NULL, articles INTEGER NOT NULL, step INTEGER NOT NULL)
      WITHOUT ROWID;
    CREATE TABLE story_member (number INTEGER PRIMARY KEY AUTOINCREMENT, article TEXT NOT NULL UNIQUE,
      story TEXT NOT NULL, at INTEGER NOT NULL, bond TEXT, score INTEGER NOT NULL, nearest TEXT,
      is_shown INTEGER NOT NULL, traits BLOB, keys BLOB);
    CREATE INDEX story_member_story ON story_member (story, number);
    CREATE INDEX story_member_age ON story_member (at) WHERE traits IS NOT NULL;
    CREATE TABLE story_key (key INTEGER NOT NULL, member INTEGER NOT NULL, PRIMARY KEY (key, member)) WITHOUT ROWID;
    CREATE TABLE story_told (story TEXT NOT NULL, watch TEXT NOT NULL, news BLOB NOT NULL, PRIMARY KEY (story, watch))
      WITHOUT ROWID;
    CREATE TABLE rang (watch TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE given (receiver TEXT PRIMARY KEY, window INTEGER NOT NULL, count INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE held (number INTEGER PRIMARY KEY AUTOINCREMENT, receiver TEXT NOT NULL, watch TEXT NOT NULL,
      title TEXT NOT NULL, article TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL, due INTEGER NOT NULL,
      text TEXT NOT NULL, sentence TEXT, alert TEXT, UNIQUE (receiver, watch, article));
    CREATE INDEX held_due ON held (due) WHERE alert IS NULL;
    CREATE INDEX held_article ON held (article);
    CREATE INDEX held_alert ON held (alert) WHERE alert IS NOT NULL;
    CREATE TABLE silence (id TEXT PRIMARY KEY, watch TEXT, source TEXT, since INTEGER NOT NULL, until INTEGER NOT NULL,
      author TEXT NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE endpoint (receiver TEXT PRIMARY KEY, failures INTEGER NOT NULL, since INTEGER, next INTEGER,
      error TEXT, is_gone INTEGER NOT NULL) WITHOUT ROWID;
    ALTER TABLE decision ADD COLUMN until INTEGER;
    ALTER TABLE decision ADD COLUMN note TEXT;
    CREATE INDEX alert_by_article ON alert (article);
    CREATE INDEX delivery_fresh ON delivery (receiver, due, sequence) WHERE state = 'waiting' AND tries = 0;
    CREATE INDEX delivery_retry ON delivery (receiver, due, sequence) WHERE state = 'waiting' AND tries > 0;
    DROP INDEX decision_held;
    """,
    """
    ALTER TABLE delivery ADD COLUMN story TEXT;
    CREATE INDEX delivery_story ON delivery (receiver, story, sequence)
      WHERE state = 'waiting' AND story IS NOT NULL AND tries > 0;
    CREATE TABLE watch (id TEXT PRIMARY KEY, since INTEGER NOT NULL, look_back INTEGER, looked_back INTEGER,
      spiked INTEGER, reported INTEGER) WITHOUT ROWID;
    CREATE TABLE feedback (alert TEXT NOT NULL, watch TEXT NOT NULL, verdict TEXT NOT NULL, author TEXT NOT NULL,
      note TEXT, at INTEGER NOT NULL, PRIMARY KEY (alert, watch)) WITHOUT ROWID;
    CREATE INDEX decision_by_watch ON decision (watch, at);
    CREATE TABLE change (article TEXT NOT NULL, version INTEGER NOT NULL, at INTEGER NOT NULL, added TEXT NOT NULL,
      removed TEXT NOT NULL, added_total INTEGER NOT NULL, removed_total INTEGER NOT NULL, PRIMARY KEY (article, version))
      WITHOUT ROWID;
    ALTER TABLE silence ADD COLUMN is_told INTEGER NOT NULL DEFAULT 0;
    """,
    """
    CREATE TABLE story_wait (story TEXT NOT NULL, watch TEXT NOT NULL, first INTEGER NOT NULL, due INTEGER NOT NULL,
      PRIMARY KEY (story, watch)) WITHOUT ROWID;
    CREATE INDEX story_wait_due ON story_wait (due);
    """,
    """
    CREATE TABLE story_keys (member INTEGER PRIMARY KEY, keys BLOB NOT NULL);
    INSERT INTO story_keys SELECT number, keys FROM story_member WHERE keys IS NOT NULL ORDER BY number;
    CREATE TABLE story_traits (member INTEGER PRIMARY KEY, at INTEGER NOT NULL, traits BLOB NOT NULL);
    INSERT INTO story_traits SELECT number, at, traits FROM story_member WHERE traits IS NOT NULL ORDER BY number;
    DROP INDEX story_member_age;
    ALTER TABLE story_member DROP COLUMN traits;
    ALTER TABLE story_member DROP COLUMN keys;
    DROP TABLE story_key;
    CREATE INDEX story_member_waiting ON story_member (story, number) WHERE is_shown = 0;
    ALTER TABLE story ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;
    UPDATE story SET waiting = (SELECT COUNT(*) FROM story_member WHERE story_member.story = story.id AND is_shown = 0);
    """,
]

/// The schema that this Tocsin makes and knows.
package let newestSchema = schemaSteps.count
