import type { CaseTransfer } from '../../domain/case/case-file.ts';
import { stricter } from '../../domain/case/marking.ts';
import { elementWire, isoTime, tlpOf } from '../element-marks.ts';
import { DERIVED, NEW_OBSERVABLE } from './extension.ts';
import { ownId } from './ids.ts';
import { accountSeen, contactSeen } from './observables.ts';
import type { NamedObject } from './pattern.ts';
import type { StixWriting } from './writing.ts';

/** Objects of elements by their ids, and what patterns would look for. */
export interface SeenElements {
  readonly ids: Map<string, string>;
  readonly seen: Map<string, NamedObject | null>;
}

/** Accounts and wallets, and who owns them. */
export function writeAccounts(
  writing: StixWriting,
  parties: ReadonlyMap<string, string>,
): SeenElements {
  const ids = new Map<string, string>();
  const seen = new Map<string, NamedObject | null>();
  for (const account of writing.file.accounts) {
    const { object, looksFor } = accountSeen(account, writing.file);
    const said = looksFor === null ? [] : ['account'];
    const tlp = tlpOf(account.origin, writing.options);
    const id = writing.observe(object, tlp, {
      list: 'accounts',
      wire: elementWire(account, ['isWallet', ...said]),
    });
    ids.set(account.id, id);
    seen.set(account.id, looksFor);
    const holder = account.holder === null ? undefined : parties.get(account.holder);
    if (holder !== undefined)
      writing.add(
        'relationship',
        ownId('relationship', writing.file, 'owns', account.id),
        stricter(tlp, writing.markOf(holder)),
        {
          relationship_type: 'owns',
          source_ref: holder,
          target_ref: id,
          extensions: DERIVED,
        },
      );
  }
  return { ids, seen };
}

/** Transfers in order of time, each observed once. */
export function writeTransfers(writing: StixWriting, accounts: SeenElements): Map<string, string> {
  return new Map(
    writing.file.transfers.map((transfer) => [
      transfer.id,
      writeTransfer(writing, transfer, accounts.ids),
    ]),
  );
}

function writeTransfer(
  writing: StixWriting,
  transfer: CaseTransfer,
  accounts: ReadonlyMap<string, string>,
): string {
  const payer = accounts.get(transfer.payer);
  const payee = accounts.get(transfer.payee);
  const id = writing.observeNew(
    'money-transfer',
    ownId('money-transfer', writing.file, transfer.id),
    {
      reference: transfer.id,
      ...(payer === undefined ? {} : { payer_ref: payer }),
      ...(payee === undefined ? {} : { payee_ref: payee }),
      // Zero stands where the time may not leave.
      ...(transfer.at === 0 ? {} : { executed_at: isoTime(transfer.at) }),
      ...elementWire(transfer, ['id', 'at', 'origin']),
    },
    transfer.origin,
    NEW_OBSERVABLE,
  );
  const refs = [id, ...new Set([payer, payee].filter((ref) => ref !== undefined))];
  if (transfer.at !== 0) writeObserved(writing, transfer.at, refs, 'transfer', transfer.id);
  return id;
}

/** That the objects were seen together at a moment. */
export function writeObserved(
  writing: StixWriting,
  at: number,
  refs: readonly string[],
  ...part: readonly string[]
): void {
  const id = ownId('observed-data', writing.file, ...part);
  writing.add('observed-data', id, writing.strictestOf(refs), {
    first_observed: isoTime(at),
    last_observed: isoTime(at),
    number_observed: 1,
    object_refs: refs,
    extensions: DERIVED,
  });
}

export function writeContacts(writing: StixWriting): SeenElements {
  const ids = new Map<string, string>();
  const seen = new Map<string, NamedObject | null>();
  for (const contact of writing.file.contacts) {
    const { object, looksFor } = contactSeen(contact, writing.file, contact.id);
    const id = writing.observe(object, tlpOf(contact.origin, writing.options), {
      list: 'contacts',
      wire: elementWire(contact, looksFor === null ? [] : ['value']),
    });
    ids.set(contact.id, id);
    seen.set(contact.id, looksFor);
  }
  return { ids, seen };
}
