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
  mayAsk(classes, address);
  const group = addressGroup(address);
  mayMiss(classes, group);
  const row = await findByCode(classes, trx, code, hold);
  if (row !== undefined) return row;
  missed(classes, group);
  throw new QorganError('QRG_CLASS_CODE');
}

/** The class of a teacher's key. Nobody guesses one: wrong ones are no misses. Throws QRG_CLASS_KEY, QRG_CLASS_OFTEN. */
export async function classOfKey(
  classes: Classes,
  trx: Transaction,
  { key, address }: { readonly key: string; readonly address: string },
  hold: Hold = 'none',
): Promise<ClassRow> {
  mayAsk(classes, address);
  const row = await find(classes, trx, ['key_hash', keyHash(key)], hold);
  if (row !== undefined) return row;
  throw new QorganError('QRG_CLASS_KEY');
}

/**
 * A pupil of a class by the pupil's own code. Both right are let in, whoever else at the school types wrong codes of classes; wrong
 * codes of pupils count in their class alone. Throws QRG_CLASS_CODE, QRG_CLASS_LEARNER, QRG_CLASS_OFTEN.
 */
export async function learnerOf(
  classes: Classes,
  trx: Transaction,
  given: LearnerGiven,
  hold: Hold = 'none',
): Promise<{ readonly row: ClassRow; readonly learner: LearnerRow }> {
  mayAsk(classes, given.address);
  const group = addressGroup(given.address);
  const row = await findByCode(classes, trx, given.code, hold);
  if (row === undefined) {
    mayMiss(classes, group);
    missed(classes, group);
    throw new QorganError('QRG_CLASS_CODE');
  }
  const caller = `${row.class_id} ${group}`;
  mayMiss(classes, caller);
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
  missed(classes, caller);
  // Whoever guesses codes of classes must not see by this answer that there is one.
  mayMiss(classes, group);
  throw new QorganError('QRG_CLASS_LEARNER');
}

async function findByCode(
  classes: Classes,
  trx: Transaction,
  code: string,
  hold: Hold,
): Promise<ClassRow | undefined> {
  const read = readCode(code, CLASS_CODE_LETTERS);
  return read === undefined ? undefined : find(classes, trx, ['code', read], hold);
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

const mayAsk = ({ rates, now }: Classes, address: string): void =>
  refuseFor(rates.ask.take(addressGroup(address), now()));

const mayMiss = ({ rates, now }: Classes, caller: string): void =>
  refuseFor(rates.miss.waitMs(caller, now()));

const missed = ({ rates, now }: Classes, caller: string): void => {
  rates.miss.take(caller, now());
};

/** Throws QRG_CLASS_OFTEN where there is something to wait for. */
export function refuseFor(waitMs: number): void {
  if (waitMs > 0) throw new QorganError('QRG_CLASS_OFTEN', { seconds: Math.ceil(waitMs / 1000) });
}
