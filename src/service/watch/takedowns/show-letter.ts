import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Language } from '../../../domain/language.ts';
import { letterNotes } from '../../../watch/takedown/letter-notes.ts';
import { placesIn } from '../../../watch/takedown/letter-places.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import { type CaptureView, findCapture } from './capture-view.ts';
import type { TakedownDeps } from './deps.ts';
import { openLetter } from './kept-letter.ts';
import { findTakedown } from './takedown-row.ts';

export type LetterKind = 'request' | 'withdrawal';

export interface ShownLetter {
  readonly takedownId: number;
  readonly kind: LetterKind;
  readonly language: Language;
  readonly addressee: string;
  readonly subject: string;
  readonly body: string;
  /** Places that are filled later. */
  readonly unfilled: readonly string[];
  /** To who sends it; not part of it. */
  readonly note: readonly string[];
  readonly captureId: number | null;
  /** Of the package, hex. */
  readonly sha256: string | null;
}

/**
 * The text of a request, or of its withdrawal, with notes to who sends it in the language asked. It may hold contacts in full:
 * the look is audited before it is given. Throws QRG_TAKEDOWN_UNKNOWN, QRG_TAKEDOWN_NOT_SENT where there is no withdrawal.
 */
export async function showLetter(
  deps: TakedownDeps,
  principal: Principal,
  takedownId: number,
  kind: LetterKind,
  language: Language,
): Promise<ShownLetter> {
  const { store, book, audit } = deps;
  const { row, capture } = await store.read(scopeOf(principal), async (trx) => {
    const found = await findTakedown(trx, takedownId);
    const sealed = found.capture_id === null ? undefined : await findCapture(trx, found.capture_id);
    return { row: found, capture: sealed as CaptureView | undefined };
  });
  const kept = openLetter(store.vault, row.sealed);
  const letter = kind === 'request' ? kept : kept.withdrawal;
  if (letter === undefined) throw new QorganError('QRG_TAKEDOWN_NOT_SENT');
  await audit.append({
    actor: principal,
    institutionId: row.institution_id ?? undefined,
    action: 'takedown.letter',
    object: `takedown:${takedownId}`,
    detail: { kind },
  });
  const channel = book.channels.get(row.channel);
  const ground = book.grounds.get(row.ground);
  return {
    takedownId,
    kind,
    language: row.language as Language,
    addressee: row.addressee,
    subject: letter.subject,
    body: letter.body,
    unfilled: placesIn(`${letter.subject}\n${letter.body}`),
    note:
      kind === 'request' && channel !== undefined && ground !== undefined
        ? letterNotes(book, { channel, ground, label: row.post_label, capture }, language)
        : [book.notes.sends[language]],
    captureId: row.capture_id,
    sha256: capture?.sha256 ?? null,
  };
}
