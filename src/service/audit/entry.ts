import { QorganError } from '../../domain/errors/catalogue.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import type { ActorKind, AuditContent } from './chain.ts';
import { maskDeep, maskIdentifiers } from './mask-identifiers.ts';

/** Who acted. A Principal is one. */
export interface AuditActor {
  readonly kind: ActorKind;
  readonly id: number;
  readonly name: string;
  /** 0 for none. */
  readonly institutionId: number;
}

/** Qorgan itself: a hold that ran out, a list that was fetched. */
export const SYSTEM: AuditActor = { kind: 'system', id: 0, name: 'qorgan', institutionId: 0 };

/** Somebody of whom only the address is known. */
export const STRANGER: AuditActor = { kind: 'system', id: 0, name: 'stranger', institutionId: 0 };

/** One act to be written down. Strings lose their identifiers on the way in; names of people do not belong here. */
export interface AuditEntry {
  readonly actor: AuditActor;
  /** Whose matter it is; the actor's own institution when not said. Its auditor reads the entry. */
  readonly institutionId?: number | undefined;
  /** Dotted, what was done to what: 'hold.release', 'user.sign-in'. */
  readonly action: string;
  /** What it was done to: kind and our own number or code of it: 'alert:17'. */
  readonly object: string;
  /** A person's words. */
  readonly reason?: string | undefined;
  readonly detail?: { readonly [key: string]: Json } | undefined;
}

/** An entry that is ready to be linked. */
export type AuditDraft = Omit<AuditContent, 'seq' | 'at'>;

const ACTION = /^[a-z][a-z-]*(\.[a-z][a-z-]*)+$/;
const OBJECT = /^[a-z][a-z-]*:[^\s]{1,120}$/;
const REASON_MOST = 2_000;
const DETAIL_BYTES_MOST = 16_384;

/** Checks and masks an entry. Throws QRG_AUDIT_ENTRY: a caller that sends such a one has a defect. */
export function draftOf(entry: AuditEntry): AuditDraft {
  const { actor, action, object, reason } = entry;
  if (!ACTION.test(action)) throw bad(`action ${action}`);
  if (!OBJECT.test(object)) throw bad('object is kind:number');
  if (reason !== undefined && reason.length > REASON_MOST) throw bad('reason is too long');
  const institutionId = entry.institutionId ?? actor.institutionId;
  return {
    actor: actor.name,
    actorKind: actor.kind,
    actorId: actor.id,
    institutionId: institutionId === 0 ? null : institutionId,
    action,
    object: maskIdentifiers(object),
    reason: reason === undefined ? null : maskIdentifiers(reason),
    detail: detailOf(entry.detail ?? {}),
  };
}

function detailOf(detail: { readonly [key: string]: Json }): Json {
  const masked = maskDeep(detail);
  try {
    if (Buffer.byteLength(canonicalJson(masked)) <= DETAIL_BYTES_MOST) return masked;
  } catch (error) {
    throw error instanceof RangeError ? bad(error.message) : error;
  }
  throw bad('detail is too big');
}

const bad = (reason: string): QorganError => new QorganError('QRG_AUDIT_ENTRY', { reason });
