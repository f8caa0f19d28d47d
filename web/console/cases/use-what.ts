import type { CaseTimelineEntry } from '../../../src/client/case-views.ts';
import { HOLD_TEXTS, useHoldTexts } from '../holds/texts.ts';
import { useWords, WORDS } from '../pieces/words.ts';
import { useWatchWords, WATCH_WORDS } from '../watch/texts.ts';
import { useDid } from './case-events.tsx';
import { EXCHANGE_TEXTS, useCaseWords, useExchangeTexts, usePageTexts } from './texts.ts';

const TASKS = { done: 'did.task_done', dropped: 'did.task_drop', due: 'taskDue' } as const;

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** What a line of the timeline is about, in words; the word of the service itself where it is a new one. */
export function useWhat(): (entry: Pick<CaseTimelineEntry, 'kind' | 'what'>) => string {
  const words = useWords();
  const watch = useWatchWords();
  const holds = useHoldTexts();
  const cases = useCaseWords();
  const exchange = useExchangeTexts();
  const t = usePageTexts();
  const did = useDid();
  const known = <T extends object>(
    texts: T,
    key: string,
    say: (name: never) => string,
  ): string | undefined => (key in texts ? say(key as never) : undefined);
  return ({ kind, what }) => {
    switch (kind) {
      case 'transfer':
        return capital(known(WORDS, `channel.${what}`, words) ?? what);
      case 'post':
        return known(WATCH_WORDS, `label.${what}`, watch) ?? t('kind.post');
      case 'alert':
        return `${cases('item.alert')}: ${(known(WORDS, what, words) ?? what).toLowerCase()}`;
      case 'task':
        return what in TASKS ? cases(TASKS[what as keyof typeof TASKS]) : t('kind.task');
      case 'hold':
        return (
          known(HOLD_TEXTS, `event.${what}`, holds) ??
          known(HOLD_TEXTS, `act.${what}`, holds) ??
          known(HOLD_TEXTS, `state.${what}`, holds) ??
          cases('item.hold')
        );
      case 'filing':
        return `${exchange('makeFm1').split(' ').at(-1)}: ${known(EXCHANGE_TEXTS, `state.${what}`, exchange) ?? what}`;
      case 'package':
        return `${cases('item.package')}: ${known(EXCHANGE_TEXTS, `state.${what}`, exchange) ?? what}`;
      case 'file':
        return t('kind.file');
      case 'statement':
        return cases('item.statement');
      default:
        return did(what);
    }
  };
}
