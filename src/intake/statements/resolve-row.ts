import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { RowNote } from '../../domain/row-note.ts';
import { isKzIban } from './cell-identity.ts';
import { classify, directionOfKind } from './classify.ts';
import { isOutside, type Party, partyKey } from './party.ts';
import type { RawRow } from './raw-row.ts';
import type { StatementOwner, StatementRow } from './statement.ts';

/** What the sheet as a whole says about the direction of its rows. */
export interface DirectionHints {
  /** Some sums are negative: then the sign tells, and a positive one came in. */
  readonly signed: boolean;
  /** What a kind without a word of direction means in this layout. */
  readonly kindElse: 'in' | undefined;
}

type Direction = 'in' | 'out';

/**
 * Names both sides of a row. Direction goes by the statement's own account first, then by the debit and credit columns,
 * then by the words of the kind, then by the sign; it fills in the own account where the row leaves it out.
 */
export function resolveRow(
  raw: RawRow,
  owner: StatementOwner,
  hints: DirectionHints,
): Result<StatementRow> {
  const { channel, purpose } = classify(textsOf(raw));
  const notes: RowNote[] = [...raw.notes];
  const [payer, payee] = fillOwn(raw, owner, hints, channel, notes);
  const isCash = channel === 'cash_in' || channel === 'cash_out';
  const payerKey = partyKey(payer, isCash && channel === 'cash_in');
  const payeeKey = partyKey(payee, isCash && channel === 'cash_out');
  if (isOutside(payerKey) && isOutside(payeeKey)) return fail('QRG_ROW_PARTIES');
  if (payerKey === payeeKey) return fail('QRG_ROW_SELF', { value: payerKey });
  return ok({
    line: raw.line,
    at: raw.at,
    dayOnly: raw.dayOnly,
    payer,
    payee,
    payerKey,
    payeeKey,
    kztMinor: raw.kztMinor,
    currency: raw.currency,
    originalMinor: Math.abs(raw.signedMinor),
    channel,
    purpose,
    kind: raw.kind,
    knp: raw.knp,
    text: raw.purpose,
    notes,
  });
}

function textsOf(raw: RawRow) {
  const abroad = (side: Party) =>
    side.foreign && !(side.account !== undefined && isKzIban(side.account));
  return {
    kind: raw.kind,
    system: raw.system,
    knp: raw.knp,
    purpose: raw.purpose,
    foreign: abroad(raw.payer) || abroad(raw.payee),
    ownAccounts: raw.payer.id !== undefined && raw.payer.id.digits === raw.payee.id?.digits,
    payeeIsPerson: raw.payee.id?.kind === 'IIN',
  };
}

/** The two sides with the own account put where the direction says. */
function fillOwn(
  raw: RawRow,
  owner: StatementOwner,
  hints: DirectionHints,
  channel: string,
  notes: RowNote[],
): [Party, Party] {
  const { payer, payee } = raw;
  const byAccount = directionByAccount(raw, owner);
  const byRest = directionByRest(raw, hints, channel);
  const bySum = raw.byColumn || raw.signedMinor < 0 ? signDirection(raw) : undefined;
  if (byAccount !== undefined && bySum !== undefined && byAccount !== bySum)
    notes.push('direction_conflict');
  const direction = byAccount ?? byRest;
  const own = owner.accounts.length === 1 ? owner.accounts[0] : undefined;
  if (direction === undefined) return [payer, payee];
  const [mine, other] = direction === 'out' ? [payer, payee] : [payee, payer];
  if (mine.account === undefined && own !== undefined && other.account !== own)
    notes.push('own_account_filled');
  const account = mine.account ?? own;
  const filled: Party = {
    ...mine,
    account,
    id: mine.id ?? (account === own ? owner.id : undefined),
    name: mine.name || (account === own ? owner.name : ''),
  };
  const stranger: Party = other.account === account ? { ...other, account: undefined } : other;
  return direction === 'out' ? [filled, stranger] : [stranger, filled];
}

function directionByAccount(raw: RawRow, owner: StatementOwner): Direction | undefined {
  const owns = (side: Party) => side.account !== undefined && owner.accounts.includes(side.account);
  const [payer, payee] = [owns(raw.payer), owns(raw.payee)];
  return payer === payee ? undefined : payer ? 'out' : 'in';
}

function directionByRest(
  raw: RawRow,
  hints: DirectionHints,
  channel: string,
): Direction | undefined {
  if (raw.byColumn) return signDirection(raw);
  const byKind = directionOfKind(raw.kind) ?? (raw.kind === '' ? undefined : hints.kindElse);
  if (byKind !== undefined) return byKind;
  if (channel === 'cash_in') return 'in';
  if (channel === 'cash_out') return 'out';
  if (raw.signedMinor < 0 || hints.signed) return signDirection(raw);
  return undefined;
}

const signDirection = (raw: RawRow): Direction => (raw.signedMinor < 0 ? 'out' : 'in');
