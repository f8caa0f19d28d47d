import { QorganError } from '../../domain/errors/catalogue.ts';
import { MAY_SET_UP } from '../../domain/filing/filing-acts.ts';
import type { Fm1Values } from '../../exchange/fm1/document.ts';
import { REPORTER_FIELDS } from '../../exchange/fm1/fields.ts';
import type { Store, Transaction } from '../../store/store.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import type { FilingDeps } from './deps.ts';
import { filled } from './fixed-fields.ts';
import { mustHaveRole } from './person.ts';

/** What every notice says of the institution. */
export interface FilingSettings {
  /** 0: none were saved. */
  readonly version: number;
  /** The name the Agency knows it by: A-Z, 0-9. */
  readonly sender: string;
  /** Part 2 of the form. */
  readonly reporter: Fm1Values;
}

export const showSettings = (
  { cases: { store } }: FilingDeps,
  principal: Principal,
): Promise<FilingSettings> =>
  store.read(scopeOf(principal), (trx) => settingsOf(store, trx, principal.institutionId));

/**
 * Writes them anew, audited without the values. Throws QRG_FILING_PERSON, QRG_FILING_ROLE, QRG_FILING_FIELD,
 * QRG_FILING_SETTINGS_VERSION.
 */
export async function saveSettings(
  { cases: { store, audit, now } }: FilingDeps,
  principal: Principal,
  version: number,
  { sender, reporter }: { readonly sender: string; readonly reporter: Fm1Values },
): Promise<FilingSettings> {
  mustHaveRole(principal, MAY_SET_UP, 'settings');
  const stray = Object.keys(reporter).find((id) => !REPORTER_FIELDS.some((one) => one.id === id));
  if (stray !== undefined)
    throw new QorganError('QRG_FILING_FIELD', { place: 'reporter', field: stray });
  const { institutionId } = principal;
  const kept = { sender, reporter: filled(reporter) };
  await store.write(async (trx) => {
    const row = {
      sealed: store.vault.seal(JSON.stringify(kept)),
      updated_at: now(),
      updated_by_id: principal.id,
      updated_by: principal.name,
      version: version + 1,
    };
    const done =
      version === 0
        ? await trx
            .insertInto('filing_settings')
            .values({ institution_id: institutionId, ...row })
            .onConflict((conflict) => conflict.doNothing())
            .returning('version')
            .execute()
        : await trx
            .updateTable('filing_settings')
            .set(row)
            .where('institution_id', '=', institutionId)
            .where('version', '=', version)
            .returning('version')
            .execute();
    if (done.length === 0) {
      const { version: isNow } = await settingsOf(store, trx, institutionId);
      throw new QorganError('QRG_FILING_SETTINGS_VERSION', { version: isNow });
    }
    await audit.appendIn(trx, {
      actor: principal,
      action: 'filing.settings',
      object: `institution:${institutionId}`,
      detail: { version: version + 1, fields: Object.keys(kept.reporter).length },
    });
  });
  return { version: version + 1, ...kept };
}

export async function settingsOf(
  { vault }: Pick<Store, 'vault'>,
  trx: Transaction,
  institutionId: number,
): Promise<FilingSettings> {
  const row = await trx
    .selectFrom('filing_settings')
    .select(['sealed', 'version'])
    .where('institution_id', '=', institutionId)
    .executeTakeFirst();
  if (row === undefined) return { version: 0, sender: '', reporter: {} };
  const kept = JSON.parse(vault.open(row.sealed).toString()) as Omit<FilingSettings, 'version'>;
  return { version: row.version, ...kept };
}
