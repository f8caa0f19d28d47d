import { randomInt } from 'node:crypto';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Transaction } from '../../../store/store.ts';
import { addressGroup, addressNetwork } from '../../access/address-group.ts';
import { keyHash, newClassCode, newTeacherKey } from './class-codes.ts';
import { type ClassView, classView } from './class-view.ts';
import type { Classes } from './classes.ts';
import { refuseFor } from './find-class.ts';
import { PUPILS_LEAST } from './show-results.ts';

/** Long enough for a last form three weeks later with holidays between; then everything of the class is deleted. */
const CLASS_DAYS = 60;
const DAY_MS = 86_400_000;
/** Classes that are open at once: with 200 pupils each some hundred million answers at most. */
const CLASSES_MOST = 20_000;
const SEED_MOST = 2 ** 31 - 1;

export interface OpenedClass extends ClassView {
  /** Whoever has it is the teacher; only its hash is kept. */
  readonly key: string;
}

/**
 * Opens a class for whoever asks: nobody is told who they are. Throws QRG_CLASS_OFTEN, and QRG_CLASS_MANY when too many are open.
 */
export async function openClass(
  classes: Classes,
  { control }: { readonly control: boolean },
  address: string,
): Promise<OpenedClass> {
  const { rates, store, now } = classes;
  refuseFor(
    rates.open.take(addressGroup(address), now()) ||
      rates.openNetwork.take(addressNetwork(address), now()) ||
      rates.openAll.take('all', now()),
  );
  const key = newTeacherKey();
  const at = now();
  return store.write(async (trx) => {
    await makeRoom(trx, at);
    const row = await insert(trx, {
      key_hash: keyHash(key),
      opened_at: at,
      ends_at: at + CLASS_DAYS * DAY_MS,
      control,
      seed: randomInt(SEED_MOST),
    });
    return { key, ...(await classView(classes, trx, row)) };
  });
}

/**
 * Where all that may be open are open, the oldest makes room in which nothing has begun for a day: whoever opens classes for nothing
 * keeps nobody out. Throws QRG_CLASS_MANY.
 */
async function makeRoom(trx: Transaction, now: number): Promise<void> {
  const { open } = await trx
    .selectFrom('classes')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .executeTakeFirstOrThrow();
  if (open < CLASSES_MOST) return;
  const idle = trx
    .selectFrom('classes')
    .select('class_id')
    .where('stage', '=', 'lobby')
    .where('learners', '<', PUPILS_LEAST)
    .where('opened_at', '<=', now - DAY_MS)
    .orderBy('opened_at')
    .limit(1)
    .forUpdate()
    .skipLocked();
  const { numDeletedRows } = await trx
    .deleteFrom('classes')
    .where('class_id', 'in', idle)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new QorganError('QRG_CLASS_MANY');
}

/** A code that another class has is drawn again. */
async function insert(
  trx: Transaction,
  values: {
    readonly key_hash: Buffer;
    readonly opened_at: number;
    readonly ends_at: number;
    readonly control: boolean;
    readonly seed: number;
  },
) {
  for (;;) {
    const row = await trx
      .insertInto('classes')
      .values({ ...values, code: newClassCode() })
      .onConflict((conflict) => conflict.column('code').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (row !== undefined) return row;
  }
}
