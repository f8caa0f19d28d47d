import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import { RISK_LEVELS } from '../../../src/screening/risk/rating.ts';
import { useRiskTexts } from '../risk/texts.ts';
import { type CustomerFilter, withPart } from './customer-filter.ts';
import { useCustomerTexts } from './texts.ts';

const APPROVALS = ['waiting', 'approved', 'refused'] as const;

/** What somebody wants to see; every choice stands in the address at once. */
export function CustomerFilters({ filter }: { filter: CustomerFilter }): JSX.Element {
  const t = useCustomerTexts();
  const tr = useRiskTexts();
  const navigate = useNavigate();
  const set = (part: Parameters<typeof withPart>[1]): void => {
    void navigate({ to: '/customers', search: withPart(filter, part), replace: true });
  };
  const check = (name: 'due' | 'hits', label: string): JSX.Element => (
    <label className="check">
      <input
        name={name}
        type="checkbox"
        checked={filter[name] === true}
        onChange={(event) => set({ [name]: event.target.checked ? true : undefined })}
      />
      {label}
    </label>
  );
  return (
    <form
      className="filters"
      aria-label={t('filters')}
      onSubmit={(event) => event.preventDefault()}
      onReset={() => void navigate({ to: '/customers', search: {}, replace: true })}
    >
      <label className="field">
        <span>{tr('level')}</span>
        <select
          name="level"
          value={filter.level ?? ''}
          onChange={(event) => set({ level: event.target.value as CustomerFilter['level'] })}
        >
          <option value="">{t('anyLevel')}</option>
          {RISK_LEVELS.toReversed().map((level) => (
            <option key={level} value={level}>
              {tr(`level.${level}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t('approval')}</span>
        <select
          name="approval"
          value={filter.approval ?? ''}
          onChange={(event) => set({ approval: event.target.value as CustomerFilter['approval'] })}
        >
          <option value="">{t('anyLevel')}</option>
          {APPROVALS.map((approval) => (
            <option key={approval} value={approval}>
              {t(`approval.${approval}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t('order')}</span>
        <select
          name="order"
          value={filter.order ?? ''}
          onChange={(event) => set({ order: event.target.value as CustomerFilter['order'] })}
        >
          <option value="">{t('byRisk')}</option>
          <option value="added">{t('byAdded')}</option>
        </select>
      </label>
      {check('due', t('dueOnly'))}
      {check('hits', t('hitsOnly'))}
      {Object.keys(filter).length > 0 && (
        <button type="reset" className="button quiet">
          {t('clear')}
        </button>
      )}
    </form>
  );
}
