import type { AccountHome, CaseAccount, CaseParty } from '../../domain/case/case-file.ts';
import { entryOf } from './code-tables.ts';
import { networkDevices } from './devices.ts';
import { entityTold } from './entity.ts';
import { latinName } from './latin.ts';
import { personTold } from './person.ts';
import { moment } from './times.ts';
import { country, once, roleRemark, type Told, type Writing } from './writing.ts';
import { comments, group, someText, text } from './xml.ts';

/**
 * An account, or a coin address, in the order of t_account and t_account_my_client, which is one order. The strict form is for an
 * account in the reporter's own books whose owner is a person told as a client, with the day it was opened.
 */
export const accountTold = (writing: Writing, account: CaseAccount): Told =>
  once(writing, `account:${account.id}`, () => {
    const holder = account.holder === null ? undefined : writing.parties.get(account.holder);
    const ours = holder?.isClient === true && isOwnBook(writing, account);
    const missing = ours ? missingOf(writing, account, holder) : [];
    const asClient = ours && missing.length === 0;
    if (missing.length > 0)
      writing.left.add(
        `account ${account.id}: told as an account and not as a client's: no ${missing.join(', no ')}`,
      );
    return { xml: accountXml(writing, account, holder, asClient), asClient };
  });

/** A client of the reporter may hold accounts elsewhere: those are not the reporter's to describe as its own. */
function isOwnBook({ file: { institution } }: Writing, { home }: CaseAccount): boolean {
  if (home === null) return false;
  const { code, name, bic } = institution;
  return home.code === code || home.name === name || (bic !== null && home.bic === bic);
}

function missingOf(writing: Writing, account: CaseAccount, holder: CaseParty): readonly string[] {
  const { tables } = writing;
  const missing: string[] = [];
  if (account.home === null || account.home.name === '') missing.push('name of the institution');
  if (!tables.currencies.has(account.currency)) missing.push('currency of the table');
  if (!isPerson(holder)) missing.push('signatory');
  else if (!personTold(writing, holder).asClient) missing.push('signatory told as a client');
  if (openedOf(writing, account) === null) missing.push('day it was opened');
  return missing;
}

function accountXml(
  writing: Writing,
  account: CaseAccount,
  holder: CaseParty | undefined,
  asClient: boolean,
): string {
  const { tables, file } = writing;
  const { home } = account;
  const devices = networkDevices(account.devices, account.ips);
  const name = latinName(holder?.name ?? '', 255).latin;
  const number = account.account === '' ? tables.unknown.text : account.account;
  if (account.holder !== null && holder === undefined)
    writing.left.add(`account ${account.id}: its holder ${account.holder} is not in the case`);
  return [
    someText('institution_name', home?.name, 255),
    institutionCode(writing, account),
    home === null ? '' : text('institution_country', country(writing, home.country), 50),
    text('non_bank_institution', account.isWallet ? 'true' : 'false', 5),
    asClient
      ? text(
          'branch',
          entryOf(tables.reporters, file.institution.code)?.branch ?? tables.unknown.text,
          255,
        )
      : '',
    text('account', number, 255),
    tables.currencies.has(account.currency) ? text('currency_code', account.currency, 50) : '',
    text('account_name', name === '' ? tables.unknown.text : name, 255),
    account.isIban ? someText('iban', account.account, 34) : '',
    holder?.isClient === true ? someText('client_number', holder.id, 30) : '',
    text('personal_account_type', accountType(writing, account, holder), 50),
    holder?.kind === 'company' ? group('t_entity', entityTold(writing, holder).xml) : '',
    holder !== undefined && isPerson(holder) ? signatory(writing, holder) : '',
    someText('opened', openedOf(writing, account), 19),
    asClient || account.status !== 'active'
      ? text('status_code', tables.accountStatus[account.status], 50)
      : '',
    asClient ? text('beneficiary', '', 50) : '',
    devices.xml,
    comments([
      roleRemark(account.role),
      hasBic(home) ? `Code of the institution: ${home.code}` : '',
      account.hops === null ? '' : `Steps from the first payer: ${account.hops}`,
      tables.currencies.has(account.currency) ? '' : `Currency: ${account.currency}`,
      ...(holder?.kind === 'unknown' ? unknownHolder(holder) : []),
      ...devices.rest,
      ...(writing.contacts.get(account.id) ?? [])
        .filter(({ kind, value }) => kind !== 'device' || !account.devices.includes(value))
        .map(({ kind, value }) => `${kind}: ${value}`),
    ]),
  ].join('');
}

/** A sole trader is a person before the law. */
export const isPerson = (party: CaseParty): boolean =>
  party.kind === 'person' || party.kind === 'sole_trader';

/** The schema has no owner who may be either: his name stands in account_name, the rest here. */
const unknownHolder = (holder: CaseParty): readonly string[] => [
  holder.name === null ? '' : `Holder: ${holder.name}`,
  holder.taxNumber === null ? '' : `Tax number: ${holder.taxNumber}`,
  holder.citizenship === null ? '' : `Country of the holder: ${holder.citizenship}`,
  ...holder.phones.map((phone) => `Phone: ${phone}`),
];

const hasBic = (home: CaseAccount['home']): home is AccountHome & { readonly bic: string } =>
  home?.bic !== null && home?.bic !== undefined && /^[A-Z0-9]{8}(?:[A-Z0-9]{3})?$/.test(home.bic);

/** The schema takes the one or the other. */
function institutionCode({ tables }: Writing, { home }: CaseAccount): string {
  if (hasBic(home)) return text('swift', home.bic, 11);
  const code = home?.code ?? '';
  return text('institution_code', code === '' ? tables.unknown.text : code, 50);
}

function accountType({ tables }: Writing, account: CaseAccount, holder: CaseParty | undefined) {
  const { wallet, company, person, unknown } = tables.accountType;
  if (account.isWallet) return wallet;
  if (holder === undefined || holder.kind === 'unknown') return unknown;
  return holder.kind === 'company' ? company : person;
}

const signatory = (writing: Writing, holder: CaseParty): string =>
  group(
    'signatory',
    text('is_primary', '1', 1),
    group('t_person', personTold(writing, holder).xml),
    text('role', writing.tables.signatoryRole, 50),
  );

const openedOf = ({ tables }: Writing, { openedAt }: CaseAccount): string | null =>
  openedAt === null ? null : moment(openedAt, tables.offsetMinutes);
