import type { Store, Transaction } from '../../store/store.ts';
import { type AuditLink, linkTo } from './chain.ts';
import type { AuditDraft } from './entry.ts';
import { lockHead, moveHead } from './head.ts';

/** Adds entries to the chain inside a transaction; returns the seq of the last one. */
export async function appendDrafts(
  trx: Transaction,
  vault: Store['vault'],
  drafts: readonly AuditDraft[],
  at: number,
): Promise<number> {
  let end = await lockHead(trx, vault);
  const links: AuditLink[] = [];
  for (const draft of drafts) {
    const next = linkTo(end, { ...draft, at });
    links.push(next.link);
    end = next.end;
  }
  await trx.insertInto('audit').values(links.map(rowOf)).execute();
  await moveHead(trx, vault, end);
  return end.seq;
}

const rowOf = (link: AuditLink) => ({
  seq: link.seq,
  at: link.at,
  actor: link.actor,
  actor_kind: link.actorKind,
  actor_id: link.actorId,
  institution_id: link.institutionId,
  action: link.action,
  object: link.object,
  reason: link.reason,
  detail: JSON.stringify(link.detail),
  prev: link.prev,
  hash: link.hash,
});
