import type { JSX } from 'react';
import type { LawOffences } from '../../../src/client/law.ts';
import { useFormat } from '../format.ts';
import { dayText } from '../pieces/moment-text.ts';
import { useSettings } from '../settings.ts';
import { moneyText } from './money-text.ts';
import { useLawPageTexts } from './texts.ts';

/** The unit that sizes and fines are counted in, as it stood on the day. */
export function UnitLine({ unit }: { unit: LawOffences['unit'] }): JSX.Element {
  const t = useLawPageTexts();
  const format = useFormat();
  const { language } = useSettings();
  if (unit === null) return <p className="muted">{t('unitNone')}</p>;
  const { name, from, valueMinor, currency, source } = unit;
  return (
    <p>
      {t('unit', {
        name,
        day: dayText(from, language),
        value: moneyText(valueMinor, currency, format),
      })}{' '}
      <span className="muted small" lang="en">
        {source}
      </span>
    </p>
  );
}
