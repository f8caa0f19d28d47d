import { institutionPolicy, READER_ROLE } from '../row-security.ts';
import type { Migration } from './migration.ts';

/** People, their sessions and one-time links, and the keys of programs. */
export const people: Migration = {
  id: '0002-people',
  sql: [
    `CREATE TABLE users (
      user_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      institution_id int NOT NULL REFERENCES institutions,
      login text NOT NULL UNIQUE CHECK (login = lower(login)),
      name text NOT NULL,
      roles text[] NOT NULL CHECK (roles <@ ARRAY['analyst', 'supervisor', 'investigator', 'liaison', 'auditor', 'admin']),
      password_hash text,
      totp_sealed bytea,
      totp_pending bytea,
      totp_step bigint NOT NULL DEFAULT 0,
      outside text UNIQUE,
      created_at bigint NOT NULL,
      disabled_at bigint,
      last_sign_in_at bigint
    )`,
    `CREATE TABLE recovery_codes (
      user_id bigint NOT NULL REFERENCES users ON DELETE CASCADE,
      code_hash bytea NOT NULL,
      used_at bigint,
      PRIMARY KEY (user_id, code_hash)
    )`,
    `CREATE TABLE sessions (
      session_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      token_hash bytea NOT NULL UNIQUE,
      user_id bigint NOT NULL REFERENCES users ON DELETE CASCADE,
      level text NOT NULL CHECK (level IN ('password', 'full')),
      signed_in_at bigint NOT NULL,
      seen_at bigint NOT NULL,
      expires_at bigint NOT NULL,
      address text NOT NULL,
      user_agent text NOT NULL
    )`,
    `CREATE INDEX sessions_user ON sessions (user_id)`,
    `CREATE INDEX sessions_end ON sessions (expires_at)`,
    `CREATE TABLE one_time_links (
      token_hash bytea PRIMARY KEY,
      purpose text NOT NULL CHECK (purpose IN ('first-run', 'password')),
      user_id bigint REFERENCES users ON DELETE CASCADE,
      created_at bigint NOT NULL,
      expires_at bigint NOT NULL,
      CHECK ((purpose = 'first-run') = (user_id IS NULL))
    )`,
    `CREATE TABLE sign_in_failures (
      kind text NOT NULL,
      key_hash bytea NOT NULL,
      failures int NOT NULL,
      faded_at bigint NOT NULL,
      locked_until bigint NOT NULL,
      PRIMARY KEY (kind, key_hash)
    )`,
    `CREATE INDEX sign_in_failures_faded ON sign_in_failures (faded_at)`,
    `CREATE TABLE api_keys (
      key_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      institution_id int NOT NULL REFERENCES institutions,
      name text NOT NULL,
      secret_hash bytea NOT NULL,
      scopes text[] NOT NULL,
      created_at bigint NOT NULL,
      created_by text NOT NULL,
      expires_at bigint NOT NULL,
      used_at bigint,
      revoked_at bigint
    )`,
    ...institutionPolicy('users'),
    ...institutionPolicy('api_keys'),
    // A reader of an institution sees who works there, and nothing that opens a door.
    `REVOKE ALL ON users, api_keys FROM ${READER_ROLE}`,
    `GRANT SELECT (user_id, institution_id, login, name, roles, created_at, disabled_at, last_sign_in_at)
      ON users TO ${READER_ROLE}`,
    `GRANT SELECT (key_id, institution_id, name, scopes, created_at, created_by, expires_at, used_at, revoked_at)
      ON api_keys TO ${READER_ROLE}`,
  ],
};
