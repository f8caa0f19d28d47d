import { QorganError } from '../domain/errors/catalogue.ts';
import type { Store } from '../store/store.ts';
import type { Institution } from './live/transfer-request.ts';

/** Codes of institutions by number. A code is for ever, so each is asked for once. */
export class InstitutionCodes {
  readonly #store: Store;
  readonly #known = new Map<number, Institution>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Throws QRG_INSTITUTION_UNKNOWN. */
  of(institutionId: number): Institution | Promise<Institution> {
    return this.#known.get(institutionId) ?? this.#ask(institutionId);
  }

  async #ask(institutionId: number): Promise<Institution> {
    const row = await this.#store.db
      .selectFrom('institutions')
      .select('code')
      .where('institution_id', '=', institutionId)
      .executeTakeFirst();
    if (row === undefined)
      throw new QorganError('QRG_INSTITUTION_UNKNOWN', { code: institutionId });
    const institution = { institutionId, code: row.code };
    this.#known.set(institutionId, institution);
    return institution;
  }
}
