import { AccountTable } from '../../domain/account.ts';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Reject } from '../../domain/reject.ts';
import type { TransferBatch } from '../../domain/transfer.ts';
import { RecentIds, transferKeyOf } from '../../engine/recent-ids.ts';
import {
  type Labels as LabelsApart,
  type LabelWords,
  readLabels as readLabelFile,
} from '../../intake/labels.ts';
import type { SideColumn } from '../../intake/text-source.ts';
import type { LabelledRows } from '../../learning/evaluation/rows.ts';
import { readText } from '../read-text.ts';
import { type InputWishes, openInput } from '../scan/input.ts';
import { confirmedIn, labelsOf } from '../train/labelled.ts';

/** Where it stands what is known of a transfer: in columns beside it, or in those of a file apart. */
export interface LabelColumns {
  readonly label: string;
  /** A file of its own that names confirmed transfers or accounts. */
  readonly labels?: string;
  /** Name of the kind of pattern; by default the column `typology`, where there is one. */
  readonly typology?: string;
  /** Id of the labelled pattern; by default the column `alert_id` (of a file apart, or `ring`), where there is one. */
  readonly pattern?: string;
}

export interface Labels {
  readonly rows: LabelledRows;
  /** Ids as the input gives them, by row. */
  readonly ids: readonly string[];
  readonly accounts: AccountTable;
  readonly rejected: number;
  readonly repeats: number;
}

/** Words by which files say "of no pattern". */
const NONE = new Set(['', '-1']);

/** Reads the labelled transfers as a scan takes them: in time order, repeats left out. Throws QorganError. */
export async function readLabels(wishes: InputWishes, columns: LabelColumns): Promise<Labels> {
  const accounts = new AccountTable();
  let rejected = 0;
  let why: Reject | undefined;
  const { label, typology, pattern } = columns;
  // Side columns come asked ones first.
  const apart = columns.labels === undefined ? undefined : await labelsApart(columns);
  const asked = apart
    ? []
    : [label, ...(typology ? [typology] : []), ...(pattern ? [pattern] : [])];
  const sideIfThere = apart
    ? []
    : [...(typology ? [] : ['typology']), ...(pattern ? [] : ['alert_id'])];
  const [typologyAt, patternAt] = typology || !pattern ? [1, 2] : [2, 1];
  const input = await openInput(
    { ...wishes, side: asked, sideIfThere },
    {
      accounts,
      language: wishes.language,
      reject(reject) {
        why ??= reject;
        rejected++;
      },
      advanced() {},
    },
  );
  const read = new Reading();
  for await (const { batch, side } of input.sided())
    read.take(
      batch,
      apart
        ? confirmedIn(apart, batch, accounts)
        : saidBeside(batch.count, label, side[0], side[typologyAt], side[patternAt]),
    );
  if (read.count === 0)
    throw new QorganError('QRG_SCAN_NOTHING', {
      files: input.files.length,
      rejected,
      why: why?.message ?? '',
    });
  const { rows, ids, repeats } = read.inOrder();
  return { rows, ids, accounts, rejected, repeats };
}

async function labelsApart({ labels = '', ...columns }: LabelColumns): Promise<LabelsApart> {
  const read = readLabelFile(await readText(labels), columns);
  if (!read.ok) throw new QorganError(read.problem.code, read.problem.args);
  return read.value;
}

/** By row what the columns beside it say, undefined where it is not confirmed. */
function saidBeside(
  count: number,
  column: string,
  label: SideColumn,
  typology: SideColumn | undefined,
  pattern: SideColumn | undefined,
): (LabelWords | undefined)[] {
  const labels = labelsOf(label, count, column);
  const word = (side: SideColumn | undefined, i: number): string =>
    side?.words[side.codes[i]]?.trim() ?? '';
  return Array.from(labels, (one, i) =>
    one === 1 ? { typology: word(typology, i), pattern: word(pattern, i) } : undefined,
  );
}

class Reading {
  readonly #at: number[] = [];
  readonly #payer: number[] = [];
  readonly #payee: number[] = [];
  readonly #amount: number[] = [];
  readonly #label: number[] = [];
  readonly #typology: number[] = [];
  readonly #pattern: number[] = [];
  readonly #key: number[] = [];
  readonly #ids: string[] = [];
  readonly #typologies = new Numbers();
  readonly #patterns = new Numbers();

  get count(): number {
    return this.#at.length;
  }

  take(batch: TransferBatch, said: readonly (LabelWords | undefined)[]): void {
    const bytes = Buffer.from(batch.idBytes.buffer, batch.idBytes.byteOffset);
    for (let i = 0; i < batch.count; i++) {
      const words = said[i];
      this.#at.push(batch.at[i]);
      this.#payer.push(batch.payer[i]);
      this.#payee.push(batch.payee[i]);
      this.#amount.push(batch.amountMinor[i]);
      this.#label.push(words ? 1 : 0);
      this.#typology.push(words ? this.#typologies.of(words.typology) : -1);
      this.#pattern.push(words ? this.#patterns.of(words.pattern) : -1);
      this.#key.push(transferKeyOf(batch, i));
      this.#ids.push(bytes.toString('utf8', i === 0 ? 0 : batch.idEnd[i - 1], batch.idEnd[i]));
    }
  }

  inOrder(): Pick<Labels, 'rows' | 'ids' | 'repeats'> {
    const at = this.#at;
    const order = Uint32Array.from(at, (_, i) => i).sort((a, b) => at[a] - at[b] || a - b);
    // As the engine does, so that the same rows are left out.
    const seen = new RecentIds();
    const kept = order.filter((i) => !seen.seen(this.#key[i]));
    const of = (column: readonly number[]) => Array.from(kept, (i) => column[i]);
    return {
      repeats: order.length - kept.length,
      ids: Array.from(kept, (i) => this.#ids[i]),
      rows: {
        count: kept.length,
        at: Float64Array.from(of(at)),
        payer: Uint32Array.from(of(this.#payer)),
        payee: Uint32Array.from(of(this.#payee)),
        amountMinor: Float64Array.from(of(this.#amount)),
        label: Uint8Array.from(of(this.#label)),
        typology: Int32Array.from(of(this.#typology)),
        pattern: Int32Array.from(of(this.#pattern)),
        patterns: this.#patterns.names.length,
        typologies: this.#typologies.names,
      },
    };
  }
}

/** Numbers for words, in the order they come; -1 for those that mean none. */
class Numbers {
  readonly names: string[] = [];
  readonly #index = new Map<string, number>();

  of(word: string): number {
    if (NONE.has(word)) return -1;
    const known = this.#index.get(word);
    if (known !== undefined) return known;
    this.#index.set(word, this.names.length);
    return this.names.push(word) - 1;
  }
}
