import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useWords } from '../pieces/words.ts';
import { type AlertFilter, withPart } from './alert-filter.ts';
import { useAlertTexts } from './texts.ts';

/** What somebody wants to see; every choice stands in the address at once. */
export function AlertFilters({ filter }: { filter: AlertFilter }): JSX.Element {
  const t = useAlertTexts();
  const words = useWords();
  const navigate = useNavigate();
  const set = (part: Parameters<typeof withPart>[1]): void => {
    void navigate({ to: '/alerts', search: withPart(filter, part), replace: true });
  };
  return (
    <form
      className="filters"
      aria-label={t('filters')}
      onSubmit={(event) => event.preventDefault()}
      onReset={() => void navigate({ to: '/alerts', search: {}, replace: true })}
    >
      <label className="field">
        <span>{words('status')}</span>
        <select
          name="status"
          value={filter.status ?? ''}
          onChange={(event) => set({ status: event.target.value as AlertFilter['status'] })}
        >
          <option value="">{t('live_')}</option>
          <option value="open">{t('open')}</option>
          <option value="in_work">{t('in_work')}</option>
          <option value="closed">{t('closed')}</option>
          <option value="all">{t('all')}</option>
        </select>
      </label>
      <label className="field">
        <span>{words('verdict')}</span>
        <select
          name="verdict"
          value={filter.verdict ?? ''}
          onChange={(event) => set({ verdict: event.target.value as AlertFilter['verdict'] })}
        >
          <option value="">{t('anyVerdict')}</option>
          <option value="review">{t('reviewUp')}</option>
          <option value="hold">{t('holdOnly')}</option>
        </select>
      </label>
      <label className="field field-min">
        <span>{t('scoreLeast')}</span>
        <input
          name="least"
          type="number"
          min={0}
          max={100}
          step={5}
          placeholder="0"
          value={filter.least ?? ''}
          onChange={(event) => set({ least: Number(event.target.value) })}
        />
      </label>
      <label className="field">
        <span>{t('order')}</span>
        <select
          name="order"
          value={filter.order ?? ''}
          onChange={(event) => set({ order: event.target.value as AlertFilter['order'] })}
        >
          <option value="">{t('byScore')}</option>
          <option value="newest">{t('byNewest')}</option>
        </select>
      </label>
      <label className="check">
        <input
          name="mine"
          type="checkbox"
          checked={filter.mine === true}
          onChange={(event) => set({ mine: event.target.checked ? true : undefined })}
        />
        {t('mine')}
      </label>
      {Object.keys(filter).length > 0 && (
        <button type="reset" className="button quiet">
          {t('clear')}
        </button>
      )}
    </form>
  );
}
