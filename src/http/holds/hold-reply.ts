import type { z } from 'zod';
import { type ErrorCode, messageOf } from '../../domain/errors/catalogue.ts';
import type { Language } from '../../domain/language.ts';
import type { Law } from '../../law/law.ts';
import { type AccountNames, shownAccount } from '../../service/accounts/shown-account.ts';
import type { AroundHolds } from '../../service/holds/around-holds.ts';
import type { HoldView } from '../../service/holds/hold-view.ts';
import type { PossibleAct } from '../../service/holds/possible-acts.ts';
import type { HoldDetail as Detail } from '../../service/holds/show-hold.ts';
import type { ClientCode } from '../../service/portal/held/give-code.ts';
import type { Hold, HoldDetail } from '../contract/hold.ts';
import type { Frozen } from '../route.ts';

/** What puts a hold in words for its reader. */
export interface HoldWords {
  readonly law: Law;
  readonly names: AccountNames;
  readonly around: AroundHolds;
  readonly language: Language;
}

export function holdReply(hold: HoldView, words: HoldWords): Frozen<z.input<typeof Hold>> {
  const { law, names, around, language } = words;
  const { accountNo, payeeNo, transferSeq, amountMinor, institutionId: _, ...rest } = hold;
  const person = (userId: number | null) =>
    userId === null ? null : { userId, name: around.people.get(userId) ?? '—' };
  return {
    ...rest,
    transfer: {
      seq: transferSeq,
      at: around.transferAt.get(transferSeq) ?? null,
      amountMinor,
    },
    account: shownAccount(names, accountNo),
    payee: shownAccount(names, payeeNo),
    placedBy: person(hold.placedBy),
    releaseAskedBy: person(hold.releaseAskedBy),
    deadlines: hold.deadlines.map(({ term, ...due }) => ({
      term,
      title: law.terms.find(({ id }) => id === term)?.title[language] ?? term,
      ...due,
    })),
  };
}

export function holdDetailReply(
  hold: Detail,
  acts: readonly PossibleAct[],
  clientCode: ClientCode,
  words: HoldWords,
): Frozen<z.input<typeof HoldDetail>> {
  const { events, provisions, services, notice, refundDuty, kept, ...view } = hold;
  const { law, language } = words;
  return {
    ...holdReply(view, words),
    events: events.map(({ actorId, actorName, ...event }) => ({
      ...event,
      by: actorId === null ? null : { userId: actorId, name: actorName ?? '—' },
      byClient: (event.detail as { readonly by?: string } | null)?.by === 'client',
    })),
    acts: acts.map(({ kind, problem, bases }) => ({
      kind,
      allowed: problem === null,
      code: problem?.code ?? null,
      detail: problem === null ? null : messageOf(problem, language),
      bases,
    })),
    provisions: provisions.map(({ id, act, article, text, source, verified }) => ({
      id,
      act: law.acts.get(act)?.name[language] ?? act,
      article,
      text: text[language],
      source,
      verified,
    })),
    clientCode,
    refundDuty,
    kept,
    services: services.map(({ id, text }) => ({ id, text: text[language] })),
    notice: {
      problem: (notice.problem as ErrorCode | undefined) ?? null,
      texts: notice.texts ?? {},
    },
  };
}
