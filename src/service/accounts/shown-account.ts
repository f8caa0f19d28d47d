import { maskAccount } from '../../domain/mask.ts';

/** Whoever knows what an account is called; the live service does. */
export interface AccountNames {
  accountName(account: number): string | undefined;
}

/** An account as lists show it: its number and its masked name. */
export interface ShownAccount {
  readonly ref: number;
  readonly name: string;
}

/** A name that is no IBAN has its institution's code before it, which tells nothing of a person and stays. */
const OF_INSTITUTION = /^([a-z0-9][a-z0-9-]{1,31}):(.*)$/s;

export function shownAccount(names: AccountNames, account: number): ShownAccount {
  const name = names.accountName(account) ?? '';
  const own = OF_INSTITUTION.exec(name);
  return {
    ref: account,
    name: own === null ? maskAccount(name) : `${own[1]}:${maskAccount(own[2])}`,
  };
}

/** The name as the institution itself tells it: without its own code. */
export function toldName(name: string, code: string): string {
  return name.startsWith(`${code}:`) ? name.slice(code.length + 1) : name;
}
