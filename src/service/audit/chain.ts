import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from './canonical-json.ts';

/** Whose act it is: a person, a key, the server's terminal, or Qorgan by itself. */
export type ActorKind = 'user' | 'key' | 'terminal' | 'system';

/** What one link says. */
export interface AuditContent {
  /** 1, 2, 3, … without gaps. */
  readonly seq: number;
  /** Epoch ms. */
  readonly at: number;
  readonly actor: string;
  readonly actorKind: ActorKind;
  readonly actorId: number;
  /** Whose matter it is; null when no institution's. */
  readonly institutionId: number | null;
  readonly action: string;
  readonly object: string;
  readonly reason: string | null;
  readonly detail: Json;
}

/** A link: what it says, tied to the one before. */
export interface AuditLink extends AuditContent {
  readonly prev: Buffer;
  readonly hash: Buffer;
}

/** The last link that counts. `seq` is also how many there are. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: Buffer;
}

export const HASH_BYTES = 32;

export const EMPTY_CHAIN: ChainEnd = { seq: 0, hash: Buffer.alloc(HASH_BYTES) };

/** Told apart from every other use of SHA-256 in the house, and from a later form of the link. */
const DOMAIN = 'qorgan audit 1\n';

/** SHA-256 over the hash of the link before and the canonical bytes of this one. */
export function linkHash(prev: Buffer, content: AuditContent): Buffer {
  const { seq, at, actor, actorKind, actorId, institutionId } = content;
  const { action, object, reason, detail } = content;
  const bytes = canonicalJson([
    seq,
    at,
    actor,
    actorKind,
    actorId,
    institutionId,
    action,
    object,
    reason,
    detail,
  ]);
  return createHash('sha256').update(DOMAIN).update(prev).update(bytes).digest();
}

export function linkTo(
  end: ChainEnd,
  content: Omit<AuditContent, 'seq'>,
): { link: AuditLink; end: ChainEnd } {
  const numbered = { ...content, seq: end.seq + 1 };
  const hash = linkHash(end.hash, numbered);
  return {
    link: { ...numbered, prev: end.hash, hash },
    end: { seq: numbered.seq, hash },
  };
}

/**
 * How a link can fail: `removed` a number is missing before it; `unlinked` it does not follow the link before it (moved,
 * or put in); `altered` it no longer says what was hashed.
 */
export type LinkBreach = 'removed' | 'unlinked' | 'altered';

/** What is wrong with the link that should come after `end`, or undefined. */
export function breachOf(end: ChainEnd, link: AuditLink): LinkBreach | undefined {
  if (link.seq !== end.seq + 1) return 'removed';
  if (!end.hash.equals(link.prev)) return 'unlinked';
  return hashHolds(link) ? undefined : 'altered';
}

function hashHolds(link: AuditLink): boolean {
  try {
    return linkHash(link.prev, link).equals(link.hash);
  } catch (error) {
    // What canonical JSON cannot say was never hashed.
    if (error instanceof RangeError) return false;
    throw error;
  }
}
