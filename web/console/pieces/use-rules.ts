import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { useSettings } from '../settings.ts';

export interface RuleWords {
  /** A rule by its title; by its id until the book has come. */
  readonly rule: (id: string) => string;
  readonly typology: (id: string) => string;
}

/** Rules and typologies in the reader's words. The book is asked once a language. */
export function useRules(): RuleWords {
  const { language } = useSettings();
  const { data } = useQuery({
    queryKey: ['rules', language],
    queryFn: () => api().decisions.rules(),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
  const plain = (id: string): string => id.replace(/[-_]+/g, ' ');
  return {
    rule: (id) => data?.rules.find((one) => one.id === id)?.title ?? plain(id),
    typology: (id) => data?.typologies.find((one) => one.id === id)?.title ?? plain(id),
  };
}
