import { appendOnly } from '../append-only.ts';
import { institutionPolicy, rowPolicy } from '../row-security.ts';
import type { Migration } from './migration.ts';

const LABELS = `('dropper', 'drug_courier', 'drug_ad', 'other_spam', 'legit')`;
const STANCES = `('offer', 'warning', 'news', 'question')`;
const SOURCE_KINDS = `('telegram_channel', 'telegram_export', 'feed', 'sitemap', 'page', 'rows', 'warc', 'reports')`;
const TAKEDOWN_STATES = `('triaged', 'sealed', 'requested', 'acknowledged', 'removed', 'refused', 'partly', 'reappeared', 'withdrawn')`;

const OF_VISIBLE_POST = 'post_id IN (SELECT post_id FROM posts)';

/**
 * Watch: where posts are looked for, what was found, sealed copies of it, what joins posts to each other and to accounts,
 * and requests to take them down. A post belongs to nobody (institution null: everybody sees it) unless an institution's own
 * source brought it. Texts and contacts of posts are people's data: sealed, and found by keyed hash.
 */
export const watch: Migration = {
  id: '0009-watch',
  sql: [
    `CREATE TABLE watch_sources (
      source_id      int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      institution_id int REFERENCES institutions,
      kind           text NOT NULL CHECK (kind IN ${SOURCE_KINDS}),
      name           text NOT NULL,
      -- null: a source that is handed over as a file, or told by people.
      url            text,
      -- null: never asked by itself.
      every_min      int CHECK (every_min BETWEEN 1 AND 43200),
      state          text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused')),
      -- What the source gave last, to ask only for what is new: ETag, Last-Modified, greatest message id.
      cursor         jsonb NOT NULL DEFAULT '{}',
      next_at        bigint,
      last_at        bigint,
      last_ok_at     bigint,
      -- Code and arguments of the last failure; null after a success.
      last_error     jsonb,
      failures       int NOT NULL DEFAULT 0,
      posts          int NOT NULL DEFAULT 0,
      created_at     bigint NOT NULL,
      created_by     text NOT NULL,
      version        int NOT NULL DEFAULT 1,
      UNIQUE NULLS NOT DISTINCT (institution_id, name)
    )`,
    'CREATE INDEX watch_sources_due ON watch_sources (next_at) WHERE next_at IS NOT NULL',
    ...institutionPolicy('watch_sources', { shared: true }),

    `CREATE TABLE campaigns (
      campaign_id    bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      institution_id int,
      first_at       bigint NOT NULL,
      last_at        bigint NOT NULL,
      posts          int NOT NULL,
      -- The campaign that this one turned out to be part of.
      merged_into    bigint REFERENCES campaigns,
      version        int NOT NULL DEFAULT 1
    )`,
    'CREATE INDEX campaigns_last ON campaigns (last_at DESC, campaign_id DESC) WHERE merged_into IS NULL',
    ...institutionPolicy('campaigns', { shared: true }),

    `CREATE TABLE posts (
      post_id        bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      institution_id int,
      source_id      int NOT NULL REFERENCES watch_sources,
      -- The source's own name of it: number of a message, address of a page.
      external_id    text NOT NULL,
      url            text,
      at             bigint NOT NULL,
      found_at       bigint NOT NULL,
      -- JSON {text, author, links}: what the source said, as it is now.
      sealed         bytea NOT NULL,
      -- SHA-256 of the text, to tell an edit.
      content        bytea NOT NULL,
      has_media      boolean NOT NULL DEFAULT false,
      lang           text NOT NULL,
      -- What the machine thinks.
      label          text NOT NULL CHECK (label IN ${LABELS}),
      score          real NOT NULL CHECK (score BETWEEN 0 AND 1),
      stance         text NOT NULL CHECK (stance IN ${STANCES}),
      asks           text[] NOT NULL,
      techniques     text[] NOT NULL,
      reasons        jsonb NOT NULL,
      -- Edition of lexicon and model that said so.
      reader         text NOT NULL,
      -- What a person said of it last; null until then.
      said_label     text CHECK (said_label IN ${LABELS}),
      said_stance    text CHECK (said_stance IN ${STANCES}),
      said_at        bigint,
      campaign_id    bigint REFERENCES campaigns,
      repost_of      bigint REFERENCES posts,
      -- The page says no more that it is there.
      gone_at        bigint,
      edits          int NOT NULL DEFAULT 0,
      version        int NOT NULL DEFAULT 1,
      UNIQUE (source_id, external_id)
    )`,
    `CREATE INDEX posts_queue ON posts (score DESC, post_id DESC) WHERE said_at IS NULL`,
    'CREATE INDEX posts_campaign ON posts (campaign_id, at)',
    'CREATE INDEX posts_found ON posts (found_at DESC, post_id DESC)',
    ...institutionPolicy('posts', { shared: true }),

    `CREATE TABLE post_contacts (
      contact_id bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
      post_id bigint NOT NULL REFERENCES posts,
      kind    text NOT NULL,
      hash    bytea NOT NULL,
      -- The contact itself; a card as its first six and last four.
      sealed  bytea NOT NULL,
      starts  int NOT NULL,
      ends    int NOT NULL,
      PRIMARY KEY (post_id, kind, hash)
    )`,
    'CREATE INDEX post_contacts_hash ON post_contacts (hash)',
    ...rowPolicy('post_contacts', OF_VISIBLE_POST),

    // Why two posts are of one campaign.
    `CREATE TABLE campaign_edges (
      post_a  bigint NOT NULL REFERENCES posts,
      post_b  bigint NOT NULL REFERENCES posts,
      reasons jsonb NOT NULL,
      PRIMARY KEY (post_a, post_b),
      CHECK (post_a < post_b)
    )`,
    'CREATE INDEX campaign_edges_b ON campaign_edges (post_b)',
    ...rowPolicy('campaign_edges', 'post_a IN (SELECT post_id FROM posts)'),

    // Contacts that join nothing any more: too many strangers share them, or a person said so.
    `CREATE TABLE stop_contacts (
      hash   bytea PRIMARY KEY,
      kind   text NOT NULL,
      at     bigint NOT NULL,
      reason text NOT NULL,
      actor  text NOT NULL
    )`,
    ...rowPolicy('stop_contacts', 'true'),

    // What people said of a post, one row each: rows to learn from, with their history.
    `CREATE TABLE post_reviews (
      review_id  bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      post_id    bigint NOT NULL REFERENCES posts,
      at         bigint NOT NULL,
      label      text NOT NULL CHECK (label IN ${LABELS}),
      stance     text NOT NULL CHECK (stance IN ${STANCES}),
      asks       text[] NOT NULL,
      -- What the machine had said.
      read_label text NOT NULL,
      read_score real NOT NULL,
      reader     text NOT NULL,
      -- SHA-256 of the text that the person saw.
      content    bytea NOT NULL,
      actor_id   bigint NOT NULL,
      actor      text NOT NULL,
      note_sealed bytea NOT NULL
    )`,
    'CREATE INDEX post_reviews_post ON post_reviews (post_id, review_id)',
    ...appendOnly('post_reviews'),
    ...rowPolicy('post_reviews', OF_VISIBLE_POST),

    // Sealed copies. The package is one file that anyone can verify; the table holds it, so that a backup does, too. What the
    // page said stands in it as it came, cards and all: at rest it is encrypted.
    `CREATE TABLE captures (
      capture_id    bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      post_id       bigint REFERENCES posts,
      source_id     int NOT NULL REFERENCES watch_sources,
      at            bigint NOT NULL,
      cause         text NOT NULL CHECK (cause IN ('found', 'edited', 'gone', 'sealed', 'recheck')),
      url           text,
      status        int,
      -- SHA-256 of the package.
      sha256        bytea NOT NULL,
      bytes         int NOT NULL,
      timestamped   boolean NOT NULL,
      has_screenshot boolean NOT NULL,
      package_sealed bytea NOT NULL
    )`,
    'CREATE INDEX captures_post ON captures (post_id, capture_id)',
    ...appendOnly('captures'),
    ...rowPolicy('captures', 'source_id IN (SELECT source_id FROM watch_sources)'),

    // A post that names somebody of ours: an account or a customer of an institution.
    `CREATE TABLE post_hits (
      hit_id         bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      institution_id int NOT NULL,
      post_id        bigint NOT NULL REFERENCES posts,
      account_no     int REFERENCES accounts,
      customer_id    bigint REFERENCES customers,
      kind           text NOT NULL,
      hash           bytea NOT NULL,
      found_at       bigint NOT NULL,
      state          text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'confirmed', 'dismissed')),
      reason         text,
      decided_by     text,
      decided_by_id  bigint,
      decided_at     bigint,
      version        int NOT NULL DEFAULT 1,
      CHECK (num_nonnulls(account_no, customer_id) = 1),
      -- Two institutions may know one account: each has a task of its own.
      UNIQUE NULLS NOT DISTINCT (post_id, institution_id, account_no, customer_id, kind)
    )`,
    'CREATE INDEX post_hits_account ON post_hits (account_no) WHERE account_no IS NOT NULL',
    'CREATE INDEX post_hits_customer ON post_hits (customer_id) WHERE customer_id IS NOT NULL',
    ...institutionPolicy('post_hits'),

    // Of which accounts banks told an identifier with a transfer: a post that is found later meets them.
    `CREATE TABLE told_contacts (
      hash           bytea NOT NULL,
      account_no     int NOT NULL REFERENCES accounts,
      institution_id int NOT NULL,
      PRIMARY KEY (hash, account_no, institution_id)
    )`,

    // Accounts whose money the engine was told to mark for a post.
    `CREATE TABLE post_marks (
      account_no int PRIMARY KEY REFERENCES accounts,
      marked_at  bigint NOT NULL
    )`,

    `CREATE TABLE takedowns (
      takedown_id    bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      institution_id int,
      post_id        bigint NOT NULL REFERENCES posts,
      campaign_id    bigint REFERENCES campaigns,
      -- The request that this page answers again: it reappeared.
      follows        bigint REFERENCES takedowns,
      channel        text NOT NULL,
      addressee      text NOT NULL,
      language       text NOT NULL,
      ground         text NOT NULL,
      state          text NOT NULL CHECK (state IN ${TAKEDOWN_STATES}),
      capture_id     bigint REFERENCES captures,
      -- The text that is sent.
      sealed         bytea NOT NULL,
      found_at       bigint NOT NULL,
      created_at     bigint NOT NULL,
      drafted_by_id  bigint NOT NULL,
      drafted_by     text NOT NULL,
      approved_by_id bigint,
      approved_by    text,
      requested_at   bigint,
      request_number text,
      answered_at    bigint,
      removed_at     bigint,
      -- Refused because it was wrong to ask.
      was_wrong      boolean NOT NULL DEFAULT false,
      version        int NOT NULL DEFAULT 1,
      CHECK (approved_by_id <> drafted_by_id)
    )`,
    'CREATE INDEX takedowns_state ON takedowns (state, takedown_id)',
    'CREATE INDEX takedowns_post ON takedowns (post_id)',
    ...institutionPolicy('takedowns', { shared: true }),

    // Each step once, never changed; the record of acts has it too.
    `CREATE TABLE takedown_events (
      event_id    bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      takedown_id bigint NOT NULL REFERENCES takedowns,
      at          bigint NOT NULL,
      event       text NOT NULL,
      state       text NOT NULL,
      actor_id    bigint NOT NULL,
      actor       text NOT NULL,
      note_sealed bytea NOT NULL
    )`,
    'CREATE INDEX takedown_events_of ON takedown_events (takedown_id, event_id)',
    ...appendOnly('takedown_events'),
    ...rowPolicy('takedown_events', 'takedown_id IN (SELECT takedown_id FROM takedowns)'),

    `CREATE TABLE takedown_checks (
      takedown_id bigint NOT NULL REFERENCES takedowns,
      -- Hours after the request.
      hours       int NOT NULL,
      due_at      bigint NOT NULL,
      done_at     bigint,
      result      text CHECK (result IN ('gone', 'up', 'changed', 'unreachable')),
      capture_id  bigint REFERENCES captures,
      PRIMARY KEY (takedown_id, hours)
    )`,
    'CREATE INDEX takedown_checks_due ON takedown_checks (due_at) WHERE done_at IS NULL',
    ...rowPolicy('takedown_checks', 'takedown_id IN (SELECT takedown_id FROM takedowns)'),

    `CREATE TABLE takedown_appeals (
      appeal_id     bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      takedown_id   bigint NOT NULL REFERENCES takedowns,
      at            bigint NOT NULL,
      -- JSON {from, text}
      sealed        bytea NOT NULL,
      outcome       text CHECK (outcome IN ('upheld', 'reversed')),
      decided_by_id bigint,
      decided_by    text,
      decided_at    bigint,
      reason        text,
      version       int NOT NULL DEFAULT 1
    )`,
    'CREATE INDEX takedown_appeals_of ON takedown_appeals (takedown_id)',
    ...rowPolicy('takedown_appeals', 'takedown_id IN (SELECT takedown_id FROM takedowns)'),

    // What people tell. Nobody is named unless they name themselves.
    `CREATE TABLE reports (
      report_id  bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      -- SHA-256 of the receipt code that the person keeps.
      receipt    bytea NOT NULL UNIQUE,
      at         bigint NOT NULL,
      post_id    bigint REFERENCES posts,
      state      text NOT NULL CHECK (state IN ('received', 'looked_at', 'led_to_removal', 'closed')),
      -- JSON {text, links}
      sealed     bytea NOT NULL
    )`,
    'CREATE INDEX reports_post ON reports (post_id)',
    ...rowPolicy('reports', OF_VISIBLE_POST),
  ],
};
