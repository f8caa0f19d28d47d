import type { Selectable } from 'kysely';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Transaction } from '../../../store/store.ts';
import type { ClassTables } from '../../../store/tables/classes.ts';
import { addressGroup } from '../../access/address-group.ts';
import {
  CLASS_CODE_LETTERS,
  keyHash,
  LEARNER_CODE_LETTERS,
  learnerHash,
  readCode,
} from './class-codes.ts';
import type { Classes } from './classes.ts';

export type ClassRow = Selectable<ClassTables['classes']>;
export type LearnerRow = Selectable<ClassTables['class_learners']>;

/** What somebody types to be let in, and from where. */
export interface CodeGiven {
  readonly code: string;
  readonly address: string;
}

export interface LearnerGiven extends CodeGiven {
  readonly learner: string;
}

/** How the row is taken: to be changed, or to stay as it is until the end of the transaction. */
type Hold = 'update' | 'share' | 'none';

/** The class of a code. Throws QRG_CLASS_CODE, QRG_CLASS_OFTEN. */
export async function classOfCode(
  classes: Classes,
  trx: Transaction,
  { code, address }: CodeGiven,
  hold: Hold = 'none',
): Promise<ClassRow> {
  mayTry(classes, address);
  const read = readCode(code, CLASS_CODE_LETTERS);
  const row = read === undefined ? undefined : await find(classes, trx, ['code', read], hold);
  if (row !== undefined) return row;
  missed(classes, address);
  throw new QorganError('QRG_CLASS_CODE');
}

/** The class of a teacher's key. Throws QRG_CLASS_KEY, QRG_CLASS_OFTEN. */
export async function classOfKey(
  classes: Classes,
  trx: Transaction,
  { key, address }: { readonly key: string; readonly address: string },
  hold: Hold = 'none',
): Promise<ClassRow> {
  mayTry(classes, address);
  const row = await find(classes, trx, ['key_hash', keyHash(key)], hold);
  if (row !== undefined) return row;
  missed(classes, address);
  throw new QorganError('QRG_CLASS_KEY');
}

/** A pupil of a class by the pupil's own code. Throws QRG_CLASS_CODE, QRG_CLASS_LEARNER, QRG_CLASS_OFTEN. */
export async function learnerOf(
  classes: Classes,
  trx: Transaction,
  given: LearnerGiven,
  hold: Hold = 'none',
): Promise<{ readonly row: ClassRow; readonly learner: LearnerRow }> {
  const row = await classOfCode(classes, trx, given, hold);
  const code = readCode(given.learner, LEARNER_CODE_LETTERS);
  const learner =
    code === undefined
      ? undefined
      : await trx
          .selectFrom('class_learners')
          .selectAll()
          .where('class_id', '=', row.class_id)
          .where('code_hash', '=', learnerHash(row.class_id, code))
          .executeTakeFirst();
  if (learner !== undefined) return { row, learner };
  missed(classes, given.address);
  throw new QorganError('QRG_CLASS_LEARNER');
}

/** A class that has run out is not there, though nobody has wiped it yet. */
async function find(
  { now }: Classes,
  trx: Transaction,
  [column, value]: ['code', string] | ['key_hash', Buffer],
  hold: Hold,
): Promise<ClassRow | undefined> {
  let query = trx
    .selectFrom('classes')
    .selectAll()
    .where(column, '=', value)
    .where('ends_at', '>', now());
  if (hold === 'update') query = query.forUpdate();
  if (hold === 'share') query = query.forShare();
  return query.executeTakeFirst();
}

function mayTry({ rates, now }: Classes, address: string): void {
  const group = addressGroup(address);
  refuseFor(rates.ask.take(group, now()) || rates.miss.waitMs(group, now()));
}

const missed = ({ rates, now }: Classes, address: string): void => {
  rates.miss.take(addressGroup(address), now());
};

/** Throws QRG_CLASS_OFTEN where there is something to wait for. */
export function refuseFor(waitMs: number): void {
  if (waitMs > 0) throw new QorganError('QRG_CLASS_OFTEN', { seconds: Math.ceil(waitMs / 1000) });
}
