import type { AccountTable } from '../../domain/account.ts';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { TransferBatch } from '../../domain/transfer.ts';
import { RecentIds, transferKeyOf } from '../../engine/recent-ids.ts';
import { isCashOut, isImpersonal } from '../../engine/transfer-features.ts';
import { type Labels, type LabelWords, labelOfWord } from '../../intake/labels.ts';
import type { SideColumn } from '../../intake/text-source.ts';
import type { ScanInput } from '../scan/input.ts';

/**
 * Labelled transfers in time order, as columns; what happened at one time keeps the order of the input. Repeats are left
 * out, the same ones that an engine leaves out.
 */
export interface Labelled {
  readonly count: number;
  readonly at: Float64Array;
  readonly payer: Uint32Array;
  readonly payee: Uint32Array;
  readonly amountMinor: Float64Array;
  readonly channel: Uint8Array;
  readonly purpose: Uint8Array;
  readonly device: Uint32Array;
  /** 0 or 1. */
  readonly label: Uint8Array;
  readonly accounts: AccountTable;
}

/** Columns that grow as batches come. */
class Growing {
  readonly parts: TransferBatch[] = [];
  readonly labels: Uint8Array[] = [];
  count = 0;
}

/**
 * Reads every transfer of the input with its label: the first side column, or what `labels` names. Errors:
 * QRG_LABEL_VALUE on a word that is neither yes nor no, QRG_LABEL_FEW when hardly any transfers of either kind are there.
 */
export async function readLabelled(
  input: ScanInput,
  accounts: AccountTable,
  column: string,
  labels?: Labels,
): Promise<Labelled> {
  const grown = new Growing();
  for await (const { batch, side } of input.sided()) {
    grown.parts.push(batch);
    grown.labels.push(
      labels === undefined
        ? labelsOf(side[0], batch.count, column)
        : Uint8Array.from(confirmedIn(labels, batch, accounts), (words) => (words ? 1 : 0)),
    );
    grown.count += batch.count;
  }
  const labelled = inOrder(grown, accounts);
  const positives = labelled.label.reduce((sum, one) => sum + one, 0);
  if (positives < LEAST_LABELS || labelled.count - positives < LEAST_LABELS)
    throw new QorganError('QRG_LABEL_FEW', { column, positives, rows: labelled.count });
  return labelled;
}

/** Fewer of either kind teach nothing that holds. */
const LEAST_LABELS = 20;

/** 0 or 1 by row of a batch. Throws QRG_LABEL_VALUE. */
export function labelsOf({ codes, words }: SideColumn, count: number, column: string): Uint8Array {
  const values = words.map((word) => {
    const label = labelOfWord(word);
    if (label === undefined) throw new QorganError('QRG_LABEL_VALUE', { column, value: word });
    return label;
  });
  return Uint8Array.from({ length: count }, (_, i) => values[codes[i]] ?? 0);
}

/**
 * By row of a batch what a file of labels says of it, undefined where it is not confirmed. A transfer is confirmed if its
 * id is, or one of its accounts; but shopping, wages and cash paid in at a desk are the everyday life of a confirmed
 * account too.
 */
export function confirmedIn(
  { of, confirmed }: Labels,
  batch: TransferBatch,
  accounts: AccountTable,
): (LabelWords | undefined)[] {
  const text = new TextDecoder();
  const saidOf = (account: number): LabelWords | undefined =>
    confirmed.get(accounts.names[account]);
  return Array.from({ length: batch.count }, (_, i) => {
    if (of === 'transfer') {
      const from = i === 0 ? 0 : batch.idEnd[i - 1];
      return confirmed.get(text.decode(batch.idBytes.subarray(from, batch.idEnd[i])));
    }
    if (isImpersonal(batch.channel[i], batch.purpose[i]) && !isCashOut(batch.channel[i]))
      return undefined;
    return saidOf(batch.payer[i]) ?? saidOf(batch.payee[i]);
  });
}

function inOrder({ parts, labels, count: read }: Growing, accounts: AccountTable): Labelled {
  const whole = (of: (part: TransferBatch, p: number) => ArrayLike<number>): Float64Array => {
    const all = new Float64Array(read);
    let from = 0;
    parts.forEach((part, p) => {
      const values = of(part, p);
      for (let i = 0; i < part.count; i++) all[from++] = values[i];
    });
    return all;
  };
  const at = whole((p) => p.at);
  const key = whole((p) => Array.from({ length: p.count }, (_, i) => transferKeyOf(p, i)));
  const seen = new RecentIds();
  const order = Uint32Array.from({ length: read }, (_, i) => i)
    .sort((a, b) => at[a] - at[b] || a - b)
    .filter((i) => !seen.seen(key[i]));
  const count = order.length;
  const column = <A extends Float64Array | Uint32Array | Uint8Array>(
    into: A,
    of: (part: TransferBatch, p: number) => ArrayLike<number>,
  ): A => {
    const all = whole(of);
    for (let i = 0; i < count; i++) into[i] = all[order[i]];
    return into;
  };
  return {
    count,
    at: column(shared(Float64Array, count), (p) => p.at),
    payer: column(shared(Uint32Array, count), (p) => p.payer),
    payee: column(shared(Uint32Array, count), (p) => p.payee),
    amountMinor: column(new Float64Array(count), (p) => p.amountMinor),
    channel: column(new Uint8Array(count), (p) => p.channel),
    purpose: column(new Uint8Array(count), (p) => p.purpose),
    device: column(new Uint32Array(count), (p) => p.device),
    label: column(shared(Uint8Array, count), (_, p) => labels[p]),
    accounts,
  };
}

/** A column that several threads may read. */
function shared<A>(
  Kind: { new (buffer: SharedArrayBuffer): A; readonly BYTES_PER_ELEMENT: number },
  count: number,
): A {
  return new Kind(new SharedArrayBuffer(count * Kind.BYTES_PER_ELEMENT));
}
