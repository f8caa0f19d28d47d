import { useNavigate } from '@tanstack/react-router';
import { type JSX, type Ref, useEffect, useState } from 'react';
import { CASE_STATES } from '../../../src/domain/case/case-file.ts';
import { ChoiceField } from '../pieces/choice-field.tsx';
import { type CaseFilter, withPart } from './case-filter.ts';
import { useCaseWords, useQueueTexts } from './texts.ts';

/** Nothing is asked while somebody is still typing. */
const PAUSE_MS = 300;

/** What somebody wants to see; every choice stands in the address at once. */
export function CaseFilters({
  filter,
  searchRef,
}: {
  filter: CaseFilter;
  searchRef: Ref<HTMLInputElement>;
}): JSX.Element {
  const t = useQueueTexts();
  const words = useCaseWords();
  const navigate = useNavigate();
  const set = (part: Parameters<typeof withPart>[1]): void => {
    void navigate({ to: '/cases', search: withPart(filter, part), replace: true });
  };
  return (
    <form
      className="filters"
      aria-label={words('filters')}
      onSubmit={(event) => event.preventDefault()}
      onReset={() => void navigate({ to: '/cases', search: {}, replace: true })}
    >
      <SearchField
        key={filter.q === undefined ? 'none' : 'some'}
        value={filter.q ?? ''}
        searchRef={searchRef}
        onChange={(q) => set({ q })}
      />
      <ChoiceField
        name="state"
        label={t('state')}
        value={filter.state}
        any={t('filter.live')}
        choices={[
          ...CASE_STATES.map((state) => [state, words(`state.${state}`)] as const),
          ['all', t('filter.all')],
        ]}
        onChange={(state) => set({ state: state as CaseFilter['state'] | '' })}
      />
      <ChoiceField
        name="who"
        label={words('assignee')}
        value={filter.who}
        any={words('any')}
        choices={[
          ['me', t('who.me')],
          ['nobody', t('who.nobody')],
        ]}
        onChange={(who) => set({ who: who as CaseFilter['who'] | '' })}
      />
      <ChoiceField
        name="due"
        label={t('due')}
        value={filter.due}
        any={words('any')}
        choices={[
          ['overdue', t('due.overdue')],
          ['today', t('due.today')],
        ]}
        onChange={(due) => set({ due: due as CaseFilter['due'] | '' })}
      />
      <ChoiceField
        name="order"
        label={t('order')}
        value={filter.order}
        any={t('order.priority')}
        choices={[
          ['due', t('order.due')],
          ['newest', t('order.newest')],
        ]}
        onChange={(order) => set({ order: order as CaseFilter['order'] | '' })}
      />
      {Object.keys(filter).length > 0 && (
        <button type="reset" className="button quiet">
          {words('clear')}
        </button>
      )}
    </form>
  );
}

function SearchField({
  value,
  searchRef,
  onChange,
}: {
  value: string;
  searchRef: Ref<HTMLInputElement>;
  onChange: (text: string) => void;
}): JSX.Element {
  const t = useQueueTexts();
  const [text, setText] = useState(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when the text has come to rest, and then only
  useEffect(() => {
    if (text.trim() === value.trim()) return;
    const timer = setTimeout(() => onChange(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <label className="field field-q">
      <span>{t('search')}</span>
      <input
        ref={searchRef}
        name="q"
        type="search"
        maxLength={120}
        autoComplete="off"
        placeholder={t('searchLike')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </label>
  );
}
