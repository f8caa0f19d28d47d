import { createHash } from 'node:crypto';
import { type AntifraudMessage, messageBytes } from '../../exchange/antifraud/message.ts';
import type { Store } from '../../store/store.ts';
import type { Audit } from '../audit/audit.ts';
import { SYSTEM } from '../audit/entry.ts';
import { sealKept } from '../packages/kept-wish.ts';

/** Who the messages of the folder are from, among the partners of packages. */
const CENTRE = 'antifraud-centre';
/** Within the house and whom the matter concerns: the article lets the data go no further. */
const TLP = 'amber+strict';
/** Who keeps them. */
export const MADE_BY = 'antifraud-folder';

/** What the file names of kept messages of a kind begin with. */
export const fileStart = (kind: AntifraudMessage['kind']): string => `antifraud-${kind}-`;

/**
 * Keeps a message of the centre as a package that came in, sealed, where the bank's people see it, and writes that down. The
 * same id again changes nothing: the centre is answered only once this has resolved, and a crash before that brings the message again.
 */
export async function takeMessage(
  {
    store,
    audit,
    now,
  }: { readonly store: Store; readonly audit: Audit; readonly now: () => number },
  institutionId: number,
  message: AntifraudMessage,
): Promise<void> {
  const { vault } = store;
  const bytes = Buffer.from(messageBytes(message));
  const at = now();
  await store.write(async (trx) => {
    const row = await trx
      .insertInto('packages')
      .values({
        institution_id: institutionId,
        direction: 'in',
        format: 'antifraud',
        state: 'received',
        tlp: TLP,
        partners: [CENTRE],
        sealed: sealKept(vault, { purpose: null, ask: null, sent: null, known: null }),
        fields: [],
        language: 'ru',
        body_sealed: vault.seal(bytes),
        file_name: `${fileStart(message.kind)}${message.id}.json`,
        media_type: 'application/json',
        bytes: bytes.byteLength,
        sha256: createHash('sha256').update(bytes).digest(),
        content: createHash('sha256').update(`${CENTRE}\0antifraud\0${message.id}`).digest(),
        made_at: at,
        made_by_id: 0,
        made_by: MADE_BY,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['institution_id', 'content'])
          .where('content', 'is not', null)
          .doNothing(),
      )
      .returning('package_id')
      .executeTakeFirst();
    if (row === undefined) return;
    await trx
      .insertInto('package_events')
      .values({
        package_id: row.package_id,
        version: 1,
        institution_id: institutionId,
        at,
        actor_id: null,
        actor: MADE_BY,
        act: 'receive',
        state: 'received',
        note_sealed: vault.seal(''),
      })
      .execute();
    await audit.appendIn(trx, {
      actor: SYSTEM,
      institutionId,
      action: 'antifraud.receive',
      object: `message:${message.id}`,
      detail: { kind: message.kind },
    });
  });
}
