import type { KeyScope, Role } from './role.ts';

/** Who asks: a person with a session, a program with a key, or whoever sits at the server's own terminal. */
export interface Principal {
  readonly kind: 'user' | 'key' | 'terminal';
  /** user_id or key_id; 0 at the terminal. */
  readonly id: number;
  /** 0 at the terminal, which belongs to no institution. */
  readonly institutionId: number;
  /** Reads the data of every institution. */
  readonly seesAll: boolean;
  readonly roles: readonly Role[];
  readonly scopes: readonly KeyScope[];
  /** Login, key name or the terminal's account. */
  readonly name: string;
}

/** Whoever can run commands on the server holds its files and its master key: an administrator of everything. */
export function terminalPrincipal(account: string): Principal {
  return {
    kind: 'terminal',
    id: 0,
    institutionId: 0,
    seesAll: true,
    roles: ['admin'],
    scopes: [],
    name: `terminal:${account}`,
  };
}

/** What of the store a principal may read. */
export const scopeOf = ({ institutionId, seesAll }: Principal) => ({ institutionId, seesAll });
