import type { CaseAccount, CaseTransfer } from '../../domain/case/case-file.ts';
import { accountTold } from './account.ts';
import { type Amount, amountOf, foreignCurrency } from './amount.ts';
import { networkDevices } from './devices.ts';
import { moment } from './times.ts';
import { country, type Writing } from './writing.ts';
import { COMMENTS_MOST, comments, group, text } from './xml.ts';

const NUMBER_MOST = 100;

/** Roles whose money the case suspects; a victim, a counterparty and one whose role is not known are not suspected. */
const SUSPECTED: ReadonlySet<CaseAccount['role']> = new Set([
  'collector',
  'transit',
  'cashout',
  'organiser',
  'recruiter',
  'mule',
]);

/** One transfer as `transaction`, elements in the order of the schema; '' when it cannot be told, which is said in `left`. */
export function transactionXml(writing: Writing, transfer: CaseTransfer): string {
  const { tables, left, accounts } = writing;
  const payer = accounts.get(transfer.payer);
  const payee = accounts.get(transfer.payee);
  const at = moment(transfer.at, tables.offsetMinutes);
  const amount = amountOf(writing, transfer);
  if (payer === undefined || payee === undefined || at === null) {
    left.add(
      `transfer ${transfer.id}: not told, its ${at === null ? 'time' : 'accounts'} cannot be`,
    );
    return '';
  }
  if (amount === null) return '';
  if ([...transfer.id].length > NUMBER_MOST)
    left.add(`transfer ${transfer.id}: only ${NUMBER_MOST} characters of its number are told`);
  return group(
    'transaction',
    text('transactionnumber', transfer.id === '' ? tables.unknown.text : transfer.id, NUMBER_MOST),
    text('transaction_is_suspicious', String(transfer.isSuspicious), 5),
    text('transaction_location', payer.home?.name ?? '', 255),
    text('transaction_description', transfer.text ?? '', COMMENTS_MOST),
    text('date_transaction', at, 19),
    text('transmode_code', tables.transmode[transfer.channel], 50),
    text('transmode_comment', tables.transmodeComment, 50),
    text('amount_local', amount.local, 40),
    text('transaction_status', tables.transactionStatus[transfer.state], 50),
    writing.form === 'parties'
      ? group(
          'involved_parties',
          partyXml(writing, 'payer', payer, transfer, amount),
          partyXml(writing, 'payee', payee, transfer, amount),
        )
      : sideXml(writing, 'from', payer, transfer, amount) +
          sideXml(writing, 'to', payee, transfer, amount),
    comments(remarks(transfer)),
  );
}

/** t_from, t_to and their forms for clients: where the money left, where it arrived. */
function sideXml(
  writing: Writing,
  side: 'from' | 'to',
  account: CaseAccount,
  transfer: CaseTransfer,
  amount: Amount,
): string {
  const told = accountTold(writing, account);
  return group(
    told.asClient ? `t_${side}_my_client` : `t_${side}`,
    text(`${side}_funds_code`, fundsOf(writing, account, transfer), 50),
    walletInfo(`${side}_transaction_additional_info`, account),
    foreignCurrency(`${side}_foreign_currency`, amount),
    suspected(`${side}_is_suspected`, account.role),
    group(`${side}_account`, told.xml),
    text(`${side}_country`, country(writing, account.home?.country), 50),
  );
}

/** The same as t_party, for units that take only the form with many parties. */
function partyXml(
  writing: Writing,
  role: 'payer' | 'payee',
  account: CaseAccount,
  transfer: CaseTransfer,
  amount: Amount,
): string {
  const told = accountTold(writing, account);
  return group(
    'party',
    text('role', writing.tables.partyRole[role], 50),
    group(told.asClient ? 'account_my_client' : 'account', told.xml),
    text('funds_code', fundsOf(writing, account, transfer), 50),
    walletInfo('transaction_additional_info', account),
    foreignCurrency('foreign_currency', amount),
    text('country', country(writing, account.home?.country), 50),
    suspected('is_suspected', account.role),
  );
}

const fundsOf = ({ tables }: Writing, account: CaseAccount, { channel }: CaseTransfer): string =>
  account.isWallet ? tables.walletFunds : tables.funds[channel];

/** virtual_address stands only beside a device with its IP address; without one, the address is the account's number. */
function walletInfo(name: string, account: CaseAccount): string {
  if (!account.isWallet || account.account === '') return '';
  const { first } = networkDevices(account.devices, account.ips);
  return first === '' ? '' : group(name, first, text('virtual_address', account.account, 255));
}

/** What Qorgan said of it. */
const remarks = ({ verdict, score, rules, purpose, state }: CaseTransfer): readonly string[] => [
  // What nothing spoke against, or what was not chosen to leave.
  verdict === 'allow' && score === 0 ? '' : `Verdict: ${verdict}, score ${score} of 100`,
  rules.length === 0 ? '' : `Rules: ${rules.join(', ')}`,
  purpose === 'unknown' ? '' : `Purpose: ${purpose}`,
  state === 'executed' ? '' : `State: ${state}`,
];

/** Nothing of one whose role nobody knows. */
export const suspected = (name: string, role: CaseAccount['role']): string =>
  role === 'unknown' ? '' : text(name, String(SUSPECTED.has(role)), 5);
