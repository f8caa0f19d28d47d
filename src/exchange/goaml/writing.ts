import type {
  CaseAccount,
  CaseContact,
  CaseFile,
  CaseParty,
  CaseRole,
} from '../../domain/case/case-file.ts';
import type { CodeTables } from './code-tables.ts';
import { Left } from './left.ts';

/** How a transfer is told: from one side to the other, or as a list of parties with roles. */
export type TransferForm = 'sides' | 'parties';

/** What all parts of one report share. */
export interface Writing {
  readonly file: CaseFile;
  readonly tables: CodeTables;
  readonly form: TransferForm;
  /** Units of the local currency for one unit of another, by its code. */
  readonly rates: Readonly<Record<string, number>>;
  readonly left: Left;
  readonly parties: ReadonlyMap<string, CaseParty>;
  readonly accounts: ReadonlyMap<string, CaseAccount>;
  /** What was seen with a party or account, by its id. */
  readonly contacts: ReadonlyMap<string, readonly CaseContact[]>;
  /** The same element is told in many transfers and written once: by kind and id. */
  readonly memo: Map<string, Told>;
}

/** One party or account in XML, and how it had to be told. */
export interface Told {
  readonly xml: string;
  /** In the strict form that the schema keeps for the reporter's own clients. */
  readonly asClient: boolean;
}

export function startWriting(
  file: CaseFile,
  options: Pick<Writing, 'tables' | 'form' | 'rates'>,
): Writing {
  const contacts = new Map<string, CaseContact[]>();
  for (const contact of file.contacts)
    for (const id of new Set(contact.seenWith))
      contacts.set(id, [...(contacts.get(id) ?? []), contact]);
  return {
    file,
    ...options,
    left: new Left(),
    parties: new Map(file.parties.map((party) => [party.id, party])),
    accounts: new Map(file.accounts.map((account) => [account.id, account])),
    contacts,
    memo: new Map(),
  };
}

/** A country as the unit codes it; the code of 'not known' for one that it does not have. */
export const country = ({ tables }: Writing, code: string | null | undefined): string =>
  code !== null && code !== undefined && tables.countries.has(code) ? code : tables.unknown.code;

export function once(writing: Writing, key: string, tell: () => Told): Told {
  const known = writing.memo.get(key);
  if (known !== undefined) return known;
  const told = tell();
  writing.memo.set(key, told);
  return told;
}

/** A line of comments; none for a role that nobody knows. */
export const roleRemark = (role: CaseRole): string =>
  role === 'unknown' ? '' : `Role in the case: ${role}`;
