import type { BankDirectory } from '../../../domain/banks.ts';
import type { AccountHome } from '../../../domain/case/case-file.ts';
import { ibanCheckDigits, parseKzIban } from '../../../domain/iban-kz.ts';
import type { Language } from '../../../domain/language.ts';
import { parseWallet } from '../../../domain/wallet/parse.ts';
import { loadBanks } from '../../banks.ts';

/** What the name of an account alone tells: form, keeper, country. */
export interface ReadAccountName {
  /** As its institution writes it, without the code by which the whole system keeps two institutions' names apart. */
  readonly account: string;
  /** Code of the institution that says the name; null for an IBAN. */
  readonly saidBy: string | null;
  readonly isIban: boolean;
  readonly isWallet: boolean;
  readonly home: AccountHome | null;
}

/** What tells of an institution of this installation. */
export interface KnownInstitution {
  readonly code: string;
  readonly name: string;
}

const OF_INSTITUTION = /^([a-z0-9][a-z0-9-]{1,31}):(.*)$/s;
const ANY_IBAN = /^([A-Z]{2})(\d{2})([A-Z0-9]{11,30})$/;

let loading: Promise<BankDirectory> | undefined;

/** The directory of banks, read once a process. */
export function bankDirectory(): Promise<BankDirectory> {
  loading ??= loadBanks();
  return loading;
}

/**
 * Reads what an account is called in the whole system. An IBAN names its bank and country by itself; any other name is kept
 * by the institution that says it, unless `channel` says that the money went abroad or to an exchange.
 */
export function readAccountName(
  name: string,
  institutions: ReadonlyMap<string, KnownInstitution>,
  banks: BankDirectory,
  language: Language,
): ReadAccountName {
  const own = OF_INSTITUTION.exec(name);
  const account = own?.[2] ?? name;
  const said = own?.[1] ?? null;
  const plain = account.replace(/\s/g, '').toUpperCase();
  const kz = parseKzIban(plain);
  if (kz.ok) {
    const bank = banks.byCode(kz.value.bankCode);
    const home = {
      code: kz.value.bankCode,
      name: bank?.name[language] ?? `IBAN ${kz.value.bankCode}`,
      country: 'KZ',
      bic: bank?.bic ?? null,
    };
    return { account: kz.value.value, saidBy: said, isIban: true, isWallet: false, home };
  }
  const iban = ANY_IBAN.exec(plain);
  if (iban !== null && ibanCheckDigits(iban[1], iban[3]) === iban[2]) {
    const home = {
      code: iban[3].slice(0, 4),
      name: iban[3].slice(0, 4),
      country: iban[1],
      bic: null,
    };
    return { account: plain, saidBy: said, isIban: true, isWallet: false, home };
  }
  if (parseWallet(account.trim()).ok)
    return { account: account.trim(), saidBy: said, isIban: false, isWallet: true, home: null };
  const keeper = institutions.get(said ?? '');
  return {
    account,
    saidBy: said,
    isIban: false,
    isWallet: false,
    home: keeper === undefined ? null : homeOf(keeper, banks),
  };
}

/** An institution of this installation as the keeper of an account; banks here are of Kazakhstan. */
export function homeOf({ code, name }: KnownInstitution, banks: BankDirectory): AccountHome {
  return { code, name, country: banks.country, bic: banks.byName(name)?.bic ?? null };
}
