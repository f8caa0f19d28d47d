import type { JSX, ReactNode } from 'react';
import type { CaseEntities } from '../../../src/client/case-views.ts';
import { countryName } from '../customers/country-name.ts';
import { useFormat } from '../format.ts';
import { Icon } from '../pieces/icon.tsx';
import { dayText } from '../pieces/moment-text.ts';
import { useSettings } from '../settings.ts';
import { CaseRoleTag } from './case-marks.tsx';
import { type Party, PartyName } from './people-tab.tsx';
import { useMoneyTexts, usePeopleTexts } from './texts.ts';

/** Parties in columns beside each other, and above them what they share. */
export function ComparePart({
  entities,
  compared,
  onStop,
  onRemove,
}: {
  entities: CaseEntities;
  compared: readonly string[];
  onStop: () => void;
  onRemove: (id: string) => void;
}): JSX.Element {
  const t = usePeopleTexts();
  const parties = compared.flatMap((id) => entities.parties.find((one) => one.id === id) ?? []);
  return (
    <section className="compare" data-compare aria-label={t('compareTitle')}>
      <div className="section-head">
        <h2>{t('compareTitle')}</h2>
        <button type="button" className="button" onClick={onStop}>
          {t('compareStop')}
        </button>
      </div>
      {parties.length >= 2 && <Shared entities={entities} parties={parties} />}
      <CompareTable entities={entities} parties={parties} onRemove={onRemove} />
    </section>
  );
}

function Shared({
  entities: { compared },
  parties,
}: {
  entities: CaseEntities;
  parties: readonly Party[];
}): JSX.Element {
  const t = usePeopleTexts();
  const names = new Map(parties.map(({ id, name }) => [id, name ?? id]));
  if (compared === null || compared.length === 0) return <p className="muted">{t('sharedNone')}</p>;
  return (
    <>
      <h3>{t('shared')}</h3>
      <ul className="shared">
        {compared.map(({ kind, value, parties: ids }) => (
          <li key={`${kind} ${value} ${ids.join(' ')}`} data-shared={kind}>
            <b>{t(`shared.${kind}`)}</b> <span className="number">{value}</span>{' '}
            <span className="muted">{ids.map((id) => names.get(id) ?? id).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function CompareTable({
  entities: { accounts },
  parties,
  onRemove,
}: {
  entities: CaseEntities;
  parties: readonly Party[];
  onRemove: (id: string) => void;
}): JSX.Element {
  const t = usePeopleTexts();
  const m = useMoneyTexts();
  const format = useFormat();
  const { language } = useSettings();
  const names = new Map(accounts.map(({ id, account }) => [id, account]));
  const lines: [string, (party: Party) => ReactNode][] = [
    [m('role'), ({ role }) => <CaseRoleTag role={role} />],
    [t('taxNumber'), ({ taxNumber }) => taxNumber],
    [t('bornOn'), ({ bornOn }) => (bornOn === null ? null : dayText(bornOn, language))],
    [
      t('citizenship'),
      ({ citizenship }) => (citizenship === null ? null : countryName(citizenship, language)),
    ],
    [t('address'), ({ address }) => address],
    [t('phones'), ({ phones }) => (phones.length === 0 ? null : phones.join(', '))],
    [
      t('accounts'),
      (party) =>
        party.accounts.length === 0
          ? null
          : party.accounts.map((id) => (
              <span key={id} className="number compare-account">
                {names.get(id) ?? id}
              </span>
            )),
    ],
    [m('came'), ({ inMinor }) => format.money(inMinor)],
    [m('left'), ({ outMinor }) => format.money(outMinor)],
  ];
  return (
    <section className="table-box compare-box" tabIndex={0} aria-label={t('compareTitle')}>
      <table>
        <caption className="unseen">{t('compareTitle')}</caption>
        <thead>
          <tr>
            <td />
            {parties.map((party) => (
              <th key={party.id} scope="col">
                <PartyName party={party} />{' '}
                <button
                  type="button"
                  className="button icon-button"
                  aria-label={`${t('compareStop')}: ${party.name ?? party.id}`}
                  onClick={() => onRemove(party.id)}
                >
                  <Icon name="close" size={12} />
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([label, cell]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {parties.map((party) => (
                <td key={party.id}>{cell(party) ?? '—'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
