import { useNavigate, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';
import { OFFENCE_KINDS } from '../../../src/law/offences/offence.ts';
import { CaseTabs } from '../cases/case-tabs.tsx';
import { countryName } from '../customers/country-name.ts';
import { ChoiceField } from '../pieces/choice-field.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Empty, Loading } from '../pieces/states.tsx';
import { useSettings } from '../settings.ts';
import { Comparison } from './comparison.tsx';
import { DayField } from './day-field.tsx';
import { type LawLook, parseLawLook } from './law-look.ts';
import { Provision } from './provision.tsx';
import { useLawPageTexts } from './texts.ts';
import { UnitLine } from './unit-line.tsx';
import { useOffences } from './use-law.ts';

const HOUR_MS = 3_600_000;
/** Kazakhstan is five hours ahead of UTC all year. */
const today = (): string => new Date(Date.now() + 5 * HOUR_MS).toISOString().slice(0, 10);

/** The law that cases are qualified by, on a day or between two days. */
export function LawPage(): JSX.Element {
  const t = useLawPageTexts();
  const look = useSearch({ from: '/law' });
  const on = look.on ?? today();
  const country = look.country === undefined ? {} : { country: look.country };
  return (
    <main id="content" className="law-page">
      <CaseTabs here="law" />
      <Heading title={t('title')} />
      <p className="muted">{t('about')}</p>
      <Look look={look} on={on} />
      {look.to === undefined ? (
        <OneDay on={on} {...country} />
      ) : (
        <Comparison from={on} to={look.to} {...country} />
      )}
    </main>
  );
}

function Look({ look, on }: { look: LawLook; on: string }): JSX.Element {
  const t = useLawPageTexts();
  const { language } = useSettings();
  const navigate = useNavigate();
  const countries = useOffences({}).data?.countries ?? [];
  const set = (part: Record<string, unknown>): void =>
    void navigate({ to: '/law', search: parseLawLook({ ...look, ...part }), replace: true });
  return (
    <form
      className="filters"
      aria-label={t('filters')}
      onSubmit={(event) => event.preventDefault()}
    >
      <ChoiceField
        name="country"
        label={t('country')}
        value={look.country ?? 'KZ'}
        choices={countries.map((code) => [code, countryName(code, language)])}
        onChange={(country) => set({ country })}
      />
      <DayField
        name="on"
        label={look.to === undefined ? t('day') : t('dayFrom')}
        value={on}
        onChange={(day) => set({ on: day })}
      />
      {look.to !== undefined && (
        <DayField name="to" label={t('dayTo')} value={look.to} onChange={(to) => set({ on, to })} />
      )}
      <button
        type="button"
        className="button"
        data-act="compare"
        onClick={() => set(look.to === undefined ? { on, to: today() } : { on, to: undefined })}
      >
        {look.to === undefined ? t('compare') : t('single')}
      </button>
    </form>
  );
}

function OneDay(query: { readonly on: string; readonly country?: string }): JSX.Element {
  const t = useLawPageTexts();
  const offences = useOffences(query);
  if (offences.isPending) return <Loading rows={10} />;
  if (offences.isError) return <Problem error={offences.error} retry={() => offences.refetch()} />;
  const { items, unit } = offences.data;
  return (
    <>
      <UnitLine unit={unit} />
      {items.length === 0 && (
        <Empty title={t('none')}>
          <p>{t('noneAbout')}</p>
        </Empty>
      )}
      {OFFENCE_KINDS.map((kind) => {
        const found = items.filter((one) => one.kind === kind);
        return (
          found.length > 0 && (
            <section key={kind} className="findings">
              <h2>{t(`kind.${kind}`)}</h2>
              {found.map((offence) => (
                <Provision key={offence.id} offence={offence} />
              ))}
            </section>
          )
        );
      })}
    </>
  );
}
