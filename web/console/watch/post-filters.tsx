import { useNavigate } from '@tanstack/react-router';
import { type JSX, useEffect, useState } from 'react';
import { POST_LABELS, POST_LANGUAGES, STANCES } from '../../../src/domain/post.ts';
import { CheckField } from '../pieces/check-field.tsx';
import { ChoiceField } from '../pieces/choice-field.tsx';
import { type PostFilter, withPart } from './post-filter.ts';
import { usePostTexts, useWatchWords } from './texts.ts';

/** Words are asked for when the typing rests. */
const TYPED_MS = 400;

/** What somebody wants to see; every choice stands in the address at once. */
export function PostFilters({ filter }: { filter: PostFilter }): JSX.Element {
  const t = usePostTexts();
  const words = useWatchWords();
  const navigate = useNavigate();
  const set = (part: Parameters<typeof withPart>[1]): void => {
    void navigate({ to: '/watch', search: withPart(filter, part), replace: true });
  };
  const { campaign, source } = filter;
  return (
    <form
      className="filters"
      aria-label={words('filters')}
      onSubmit={(event) => event.preventDefault()}
      onReset={() => void navigate({ to: '/watch', search: {}, replace: true })}
    >
      <ChoiceField
        name="state"
        label={t('state')}
        value={filter.state}
        any={t('unreviewed')}
        choices={[
          ['reviewed', t('reviewed')],
          ['all', t('allPosts')],
        ]}
        onChange={(state) => set({ state: state as PostFilter['state'] })}
      />
      <ChoiceField
        name="order"
        label={words('order')}
        value={filter.order}
        any={t('likeliest')}
        choices={[['found', t('newest')]]}
        onChange={(order) => set({ order: order as PostFilter['order'] })}
      />
      <ChoiceField
        name="label"
        label={words('label')}
        value={filter.label}
        any={words('any')}
        choices={POST_LABELS.map((label) => [label, words(`label.${label}`)])}
        onChange={(label) => set({ label: label as PostFilter['label'] })}
      />
      <ChoiceField
        name="stance"
        label={words('stance')}
        value={filter.stance}
        any={words('any')}
        choices={STANCES.map((stance) => [stance, words(`stance.${stance}`)])}
        onChange={(stance) => set({ stance: stance as PostFilter['stance'] })}
      />
      <ChoiceField
        name="lang"
        label={words('language')}
        value={filter.lang}
        any={words('any')}
        choices={POST_LANGUAGES.map((lang) => [lang, words(`lang.${lang}`)])}
        onChange={(lang) => set({ lang: lang as PostFilter['lang'] })}
      />
      <WordsField text={filter.text} onText={(text) => set({ text })} />
      <CheckField
        name="hits"
        label={t('hitsOnly')}
        checked={filter.hits === true}
        onChange={(isOn) => set({ hits: isOn ? true : undefined })}
      />
      <CheckField
        name="gone"
        label={t('goneOnly')}
        checked={filter.gone === true}
        onChange={(isOn) => set({ gone: isOn ? true : undefined })}
      />
      <CheckField
        name="reports"
        label={t('reportsOnly')}
        checked={filter.reports === true}
        onChange={(isOn) => set({ reports: isOn ? true : undefined })}
      />
      {campaign !== undefined && (
        <button type="button" className="tag" onClick={() => set({ campaign: undefined })}>
          {t('ofCampaign', { id: campaign })} ✕
        </button>
      )}
      {source !== undefined && (
        <button type="button" className="tag" onClick={() => set({ source: undefined })}>
          {t('ofSource', { id: source })} ✕
        </button>
      )}
      {Object.keys(filter).length > 0 && (
        <button type="reset" className="button quiet">
          {words('clear')}
        </button>
      )}
    </form>
  );
}

function WordsField({
  text = '',
  onText,
}: {
  text: string | undefined;
  onText: (text: string) => void;
}): JSX.Element {
  const t = usePostTexts();
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the clock
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => onText(typed), TYPED_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <label className="field field-words">
      <span>{t('words')}</span>
      <input
        name="text"
        type="search"
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </label>
  );
}
