import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Hold } from '../../../law/hold-state.ts';
import { hasUntold, mustTell } from '../../../law/told-hold.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import { personOf } from '../../holds/hold-request.ts';
import { readHold } from '../../holds/hold-row.ts';
import { heldCodeHash, newHeldCode } from './held-code.ts';
import type { HeldDesk } from './held-desk.ts';

export interface GivenCode {
  readonly code: string;
  readonly givenAt: number;
}

/** Whether a hold has a code for its client, or may be given one. */
export interface ClientCode {
  readonly allowed: boolean;
  readonly givenAt: number | null;
}

/**
 * The code by which the client of a hold asks after it: made once, told again to whoever works on the hold. Both are written
 * down. A hold has one only where a person placed it under the payments law alone: its client is told of it by duty. Whoever
 * placed money under the AML law tells nothing, so there is no code that could tell it.
 *
 * Throws QRG_HOLD_PERSON, QRG_HOLD_UNKNOWN, QRG_HELD_NO_CODE.
 */
export async function giveCode(
  desk: HeldDesk,
  principal: Principal,
  holdId: number,
): Promise<GivenCode> {
  const { store, audit, now } = desk;
  const person = personOf(principal);
  return store.write(async (trx) => {
    const row = await trx
      .selectFrom('holds')
      .selectAll()
      .where('hold_id', '=', holdId)
      .where('institution_id', '=', principal.institutionId)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw new QorganError('QRG_HOLD_UNKNOWN');
    const known = await trx
      .selectFrom('hold_codes')
      .select(['sealed', 'created_at'])
      .where('hold_id', '=', holdId)
      .executeTakeFirst();
    if (known === undefined && !mayHaveCode(readHold(row).hold))
      throw new QorganError('QRG_HELD_NO_CODE');
    const given: GivenCode =
      known === undefined
        ? { code: newHeldCode(), givenAt: now() }
        : { code: store.vault.open(known.sealed).toString('utf8'), givenAt: known.created_at };
    if (known === undefined)
      await trx
        .insertInto('hold_codes')
        .values({
          hold_id: holdId,
          institution_id: principal.institutionId,
          hash: heldCodeHash(store.vault, given.code),
          sealed: store.vault.seal(given.code),
          created_at: given.givenAt,
          created_by: person.id,
        })
        .execute();
    await audit.appendIn(trx, {
      actor: principal,
      action: known === undefined ? 'hold.give-code' : 'hold.show-code',
      object: `hold:${holdId}`,
    });
    return given;
  });
}

/** Of a hold that the reader may see. */
export async function clientCodeOf(
  { store }: Pick<HeldDesk, 'store'>,
  principal: Principal,
  holdId: number,
): Promise<ClientCode> {
  return store.read(scopeOf(principal), async (trx) => {
    const row = await trx
      .selectFrom('holds')
      .selectAll()
      .where('hold_id', '=', holdId)
      .executeTakeFirst();
    const code = await trx
      .selectFrom('hold_codes')
      .select('created_at')
      .where('hold_id', '=', holdId)
      .executeTakeFirst();
    const givenAt = code?.created_at ?? null;
    const allowed = givenAt !== null || (row !== undefined && mayHaveCode(readHold(row).hold));
    return { allowed, givenAt };
  });
}

const mayHaveCode = (hold: Hold): boolean =>
  hold.state !== 'proposed' && mustTell(hold) && !hasUntold(hold);
