import type { z } from 'zod';
import type { Language } from '../../domain/language.ts';
import { formatMoneyExact } from '../../domain/money.ts';
import type { LegalTerm } from '../../law/terms.ts';
import { type AccountNames, shownAccount } from '../../service/accounts/shown-account.ts';
import type { CloseBody, HoldBody } from '../../service/cases/act-on-proposals.ts';
import { FIGURE_TEXTS, type Figure } from '../../service/cases/case-figures.ts';
import type { CaseDeps } from '../../service/cases/deps.ts';
import type {
  CaseDetail as Detail,
  ItemView,
  ProposalView,
  TaskView,
} from '../../service/cases/show-case.ts';
import type { CaseDetail, CaseItem, CaseProposal, CaseTask } from '../contract/case.ts';
import type { Frozen } from '../route.ts';
import { refusal } from '../takedowns/takedown-reply.ts';

/** What puts a case in words for its reader. */
export interface CaseWords {
  readonly deps: Pick<CaseDeps, 'law' | 'names' | 'book'>;
  readonly language: Language;
}

type Reply<T extends z.ZodType> = Frozen<z.input<T>>;

export function caseDetailReply(detail: Detail, words: CaseWords): Reply<typeof CaseDetail> {
  const { figures, figuredAt, request, items, tasks, proposals, acts, ...rest } = detail;
  return {
    ...rest,
    request: request && { ...request, term: request.term ?? null },
    figures: {
      reach: figures.reach.map((figure) => figureReply(figure, words)),
      harm: figures.harm.map((figure) => figureReply(figure, words)),
      rule: priorityText(words),
      at: figuredAt,
    },
    items: items.map((item) => itemReply(item, words)),
    tasks: tasks.map((task) => taskReply(task, words)),
    proposals: proposals.map((proposal) => proposalReply(proposal, words)),
    may: acts.map(({ kind, problem }) => ({ kind, ...refusal(problem, words.language) })),
  };
}

const figureReply = ({ id, amountMinor }: Figure, { language }: CaseWords) => ({
  id,
  amountMinor,
  text: FIGURE_TEXTS[id][language],
});

function priorityText({ deps, language }: CaseWords): string {
  const percent = Math.round(deps.book.harmShare * 100);
  return {
    ru: `Очередь: деньги, которые ещё можно остановить, и ${percent} % вреда`,
    kk: `Кезек реті: әлі тоқтатуға болатын ақша және зиянның ${percent} %-ы`,
    en: `Order of the queue: money that can still be stopped, and ${percent} % of the harm`,
  }[language];
}

function itemReply(item: ItemView, words: CaseWords): Reply<typeof CaseItem> {
  const { account, amountMinor, ...rest } = item;
  return { ...rest, label: labelOf(item, words) };
}

/** What a person knows a thing by: an account by its masked name, a sum by its money. */
function labelOf(
  { kind, ref, account, amountMinor }: ItemView,
  { deps, language }: CaseWords,
): string {
  const parts = [
    ...(account === null ? [] : [nameOf(deps.names, account)]),
    ...(amountMinor === null ? [] : [formatMoneyExact({ amountMinor, currency: 'KZT' }, language)]),
  ];
  return parts.length > 0 ? parts.join(', ') : kind === 'network' ? ref : `№ ${ref}`;
}

const nameOf = (names: AccountNames, account: number): string => shownAccount(names, account).name;

function taskReply({ term, ...task }: TaskView, words: CaseWords): Reply<typeof CaseTask> {
  return { ...task, term: term && termReply(term, words) };
}

export function termReply(
  { id, title, act, article, source, verified }: LegalTerm,
  { deps: { law }, language }: CaseWords,
) {
  return {
    id,
    title: title[language],
    act: law.acts.get(act)?.name[language] ?? act,
    article,
    source,
    verified,
  };
}

function proposalReply(
  { body, what, problem, ...rest }: ProposalView,
  { language }: CaseWords,
): Reply<typeof CaseProposal> {
  return {
    ...rest,
    what,
    hold: what === 'hold' ? (body as HoldBody) : null,
    outcome: what === 'close' ? (body as CloseBody).outcome : null,
    decide: refusal(problem, language),
  };
}
