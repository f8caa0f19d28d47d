import type { AccountFacts, AccountTable, OwnerKind } from '../../domain/account.ts';
import { channelCode, purposeCode, type TransferBatch } from '../../domain/transfer.ts';
import { bankCodeOf } from './cell-identity.ts';
import type { JoinedTransfer } from './joined-transfer.ts';
import { isOutside, type Party } from './party.ts';
import type { Statement } from './statement.ts';

/** At most this many transfers a batch (see `TransferSource`). */
const BATCH = 65_536;

/** Moments an account's statements cover, epoch ms UTC, both inclusive. */
export interface Covered {
  readonly from: number;
  readonly to: number;
}

/** Puts the joined transfers into columns, in their order; accounts are interned as they come. */
export function toBatches(
  transfers: readonly JoinedTransfer[],
  accounts: AccountTable,
  fileName: (file: number) => string,
): TransferBatch[] {
  const batches: TransferBatch[] = [];
  for (let start = 0; start < transfers.length; start += BATCH)
    batches.push(toBatch(transfers.slice(start, start + BATCH), accounts, fileName));
  return batches;
}

function toBatch(
  transfers: readonly JoinedTransfer[],
  accounts: AccountTable,
  fileName: (file: number) => string,
): TransferBatch {
  const count = transfers.length;
  const batch = {
    count,
    at: new Float64Array(count),
    payer: new Uint32Array(count),
    payee: new Uint32Array(count),
    amountMinor: new Float64Array(count),
    channel: new Uint8Array(count),
    purpose: new Uint8Array(count),
    device: new Uint32Array(count),
    file: new Uint32Array(count),
    line: new Float64Array(count),
  };
  const ids: string[] = [];
  transfers.forEach((transfer, i) => {
    const first = transfer.sightings[0];
    if (first === undefined) throw new Error('a transfer that nobody told of');
    batch.at[i] = transfer.at;
    batch.payer[i] = accounts.intern(transfer.payerKey);
    batch.payee[i] = accounts.intern(transfer.payeeKey);
    batch.amountMinor[i] = first.row.kztMinor;
    batch.channel[i] = channelCode(spokenChannel(transfer));
    batch.purpose[i] = purposeCode(spokenPurpose(transfer, accounts));
    batch.file[i] = first.statement.file;
    batch.line[i] = first.row.line;
    ids.push(
      `${fileName(first.statement.file)}#${first.statement.sheetIndex + 1}.${first.row.line}`,
    );
  });
  return { ...batch, ...encodeIds(ids) };
}

/** The bank that says more wins: 'transfer' and 'unknown' are what is said when nothing is. */
function spokenChannel({ sightings }: JoinedTransfer) {
  const channels = sightings.map((s) => s.row.channel);
  return channels.find((c) => c !== 'transfer' && c !== 'unknown') ?? channels[0] ?? 'unknown';
}

function spokenPurpose({ payerKey, payeeKey, sightings }: JoinedTransfer, accounts: AccountTable) {
  const ownerOf = (key: string) => accounts.facts.get(accounts.indexOf(key) ?? -1)?.owner;
  const payer = ownerOf(payerKey);
  if (payer !== undefined && payer === ownerOf(payeeKey)) return 'own';
  return sightings.map((s) => s.row.purpose).find((p) => p !== 'unknown') ?? 'unknown';
}

function encodeIds(ids: readonly string[]): Pick<TransferBatch, 'idBytes' | 'idEnd'> {
  const idBytes = new TextEncoder().encode(ids.join(''));
  const idEnd = new Uint32Array(ids.length);
  let end = 0;
  ids.forEach((id, i) => {
    end += Buffer.byteLength(id);
    idEnd[i] = end;
  });
  return { idBytes, idEnd };
}

/**
 * Periods covered by statements, by account name. A transfer that a statement tells of is covered by it, also
 * when it bears the other bank's clock and that runs a little ahead.
 */
export function coverageOf(
  statements: readonly Statement[],
  transfers: readonly JoinedTransfer[],
): Map<string, Covered[]> {
  const periods = new Map(statements.map((s) => [s, { from: s.from, to: s.to }]));
  for (const { at, sightings } of transfers)
    for (const { statement } of sightings) {
      const period = periods.get(statement);
      if (period === undefined) continue;
      period.from = Math.min(period.from, at);
      period.to = Math.max(period.to, at);
    }
  const coverage = new Map<string, Covered[]>();
  for (const [{ owner }, period] of periods)
    if (period.from <= period.to)
      for (const account of owner.accounts)
        coverage.set(account, [...(coverage.get(account) ?? []), period]);
  for (const list of coverage.values()) list.sort((a, b) => a.from - b.from || a.to - b.to);
  return coverage;
}

/**
 * Puts what the statements say about accounts into the table. Surest first, as the table keeps what it learned
 * first: the statement's own head, then rows with a right IIN or BIN, then the rest.
 */
export function learnFacts(
  transfers: readonly JoinedTransfer[],
  coverage: ReadonlyMap<string, readonly Covered[]>,
  accounts: AccountTable,
): void {
  for (const { payerKey, payeeKey } of transfers)
    for (const key of [payerKey, payeeKey]) {
      const account = accounts.intern(key);
      const periods = coverage.get(key);
      if (isOutside(key)) accounts.learn(account, { hub: true });
      if (periods !== undefined)
        accounts.learn(account, {
          hasStatement: true,
          statementFrom: Math.min(...periods.map((p) => p.from)),
          statementTo: Math.max(...periods.map((p) => p.to)),
        });
    }
  for (const believe of [isOwnView, hasRightId, () => true])
    for (const transfer of transfers)
      for (const { statement, row } of transfer.sightings)
        for (const [party, told, key] of [
          [row.payer, row.payerKey, transfer.payerKey],
          [row.payee, row.payeeKey, transfer.payeeKey],
        ] as const)
          if (!isOutside(key) && believe(party, told, statement))
            accounts.learn(accounts.intern(key), factsOf(party, key));
}

function isOwnView(_party: Party, key: string, statement: Statement): boolean {
  return statement.owner.accounts.includes(key);
}

function hasRightId(party: Party): boolean {
  return party.id?.valid === true;
}

function factsOf({ bank, id, name }: Party, key: string): AccountFacts {
  const bornAt = id?.bornAt;
  const bankCode = bankCodeOf(key);
  const ownerKind = ownerKindOf(id?.kind, name);
  return {
    ...(bank === '' ? {} : { bank }),
    ...(bankCode === undefined ? {} : { bankCode }),
    ...(id === undefined ? {} : { owner: id.digits }),
    ...(name === '' ? {} : { ownerName: name }),
    ...(ownerKind === 'unknown' ? {} : { ownerKind }),
    ...(bornAt === undefined ? {} : { bornAt }),
  };
}

/** A sole trader pays under an IIN and a trade name: 'ИП …', in Kazakh 'ЖК …'. */
function ownerKindOf(id: 'IIN' | 'BIN' | undefined, name: string): OwnerKind {
  if (id === 'BIN') return 'company';
  if (/^(?:ИП|ЖК|ИП\.|Индивидуальный предприниматель)[\s"«]/iu.test(name)) return 'sole_trader';
  return id === 'IIN' ? 'person' : 'unknown';
}
