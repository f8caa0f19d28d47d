import type { ColumnType, Generated } from 'kysely';

/** A person who signs in. */
export interface UserTable {
  user_id: Generated<number>;
  institution_id: number;
  /** Small letters, unique in the whole system. */
  login: string;
  name: string;
  roles: string[];
  /** PHC string; null until the person sets a password, and for people of an identity provider. */
  password_hash: string | null;
  totp_sealed: Buffer | null;
  /** A secret that is not confirmed yet. */
  totp_pending: Buffer | null;
  /** Time step of the last code taken: no code of it or before is taken again. */
  totp_step: Generated<number>;
  /** 'issuer subject' at an identity provider. */
  outside: string | null;
  created_at: number;
  disabled_at: number | null;
  last_sign_in_at: number | null;
}

export interface RecoveryCodeTable {
  user_id: number;
  code_hash: Buffer;
  used_at: number | null;
}

export interface SessionTable {
  session_id: Generated<number>;
  /** SHA-256 of the token that the cookie holds. */
  token_hash: Buffer;
  user_id: number;
  /** 'password': the second factor is still owed. */
  level: 'password' | 'full';
  /** When the person last proved who they are. */
  signed_in_at: number;
  seen_at: number;
  /** Absolute end, whatever is done meanwhile. */
  expires_at: number;
  address: string;
  user_agent: string;
}

/** A secret that opens one thing once. */
export interface OneTimeLinkTable {
  token_hash: Buffer;
  purpose: 'first-run' | 'password';
  user_id: number | null;
  created_at: number;
  expires_at: number;
}

/** Failed attempts in a row, by what was tried and from where. */
export interface SignInFailureTable {
  kind: string;
  /** Keyed hash: what is typed into a sign-in form is at times a password. */
  key_hash: Buffer;
  failures: number;
  /** Up to when failures have faded. */
  faded_at: number;
  locked_until: number;
}

/** A key of a program of an institution. */
export interface ApiKeyTable {
  key_id: Generated<number>;
  institution_id: number;
  name: string;
  secret_hash: Buffer;
  scopes: string[];
  created_at: number;
  created_by: ColumnType<string, string, never>;
  expires_at: number;
  used_at: number | null;
  revoked_at: number | null;
}

export interface PeopleTables {
  users: UserTable;
  recovery_codes: RecoveryCodeTable;
  sessions: SessionTable;
  one_time_links: OneTimeLinkTable;
  sign_in_failures: SignInFailureTable;
  api_keys: ApiKeyTable;
}
