import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import type { CaseEntities } from '../../../src/client/case-views.ts';
import { countryName } from '../customers/country-name.ts';
import { useFormat } from '../format.ts';
import { ShareMeter } from '../pieces/marks.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Rows } from '../pieces/rows.tsx';
import { Loading } from '../pieces/states.tsx';
import { useSettings } from '../settings.ts';
import { useWatchWords, WATCH_WORDS } from '../watch/texts.ts';
import { useThisCase } from './case-desk.tsx';
import { CaseRoleTag } from './case-marks.tsx';
import { ComparePart } from './compare-part.tsx';
import { CaseElementLink } from './element-link.tsx';
import { kindOfId } from './kind-of-id.ts';
import { PEOPLE_TEXTS, useMoneyTexts, usePeopleTexts } from './texts.ts';
import { useEntities } from './use-cases.ts';

export type Party = CaseEntities['parties'][number];
type Account = CaseEntities['accounts'][number];
type Contact = CaseEntities['contacts'][number];

const COMPARED_MOST = 8;
const SEEN_MOST = 6;

/** Whom and what the case is about, as tables; parties can be held side by side. */
export function PeopleTab(): JSX.Element {
  const t = usePeopleTexts();
  const { caseId } = useThisCase();
  const [compared, setCompared] = useState<readonly string[]>([]);
  const entities = useEntities(caseId, compared.length >= 2 ? compared : []);
  const { data } = entities;
  const toggle = (id: string): void =>
    setCompared(
      compared.includes(id)
        ? compared.filter((one) => one !== id)
        : [...compared, id].slice(-COMPARED_MOST),
    );
  return (
    <section data-people>
      {entities.isPending && <Loading rows={8} />}
      {entities.isError && <Problem error={entities.error} retry={() => entities.refetch()} />}
      {data !== undefined && (
        <>
          {data.masked && <p className="notice">{t('masked')}</p>}
          {data.cut && <p className="notice">{t('cut')}</p>}
          {compared.length > 0 && (
            <ComparePart
              entities={data}
              compared={compared}
              onStop={() => setCompared([])}
              onRemove={toggle}
            />
          )}
          <Parties parties={data.parties} compared={compared} onToggle={toggle} />
          <Accounts entities={data} />
          <Contacts entities={data} />
          <Networks networks={data.networks} />
        </>
      )}
    </section>
  );
}

/** The page of a customer of ours; anybody else has none. */
export function PartyName({ party }: { party: Party }): JSX.Element {
  const t = usePeopleTexts();
  const name = party.name ?? t('unnamed');
  const customer = /^c(\d+)$/.exec(party.id);
  if (customer === null) return <b>{name}</b>;
  return (
    <Link to="/customers/$customerId" params={{ customerId: customer[1] }}>
      <b>{name}</b>
    </Link>
  );
}

function Parties({
  parties,
  compared,
  onToggle,
}: {
  parties: readonly Party[];
  compared: readonly string[];
  onToggle: (id: string) => void;
}): JSX.Element {
  const t = usePeopleTexts();
  const m = useMoneyTexts();
  const format = useFormat();
  const sum = (minor: number): string | null => (minor === 0 ? null : format.money(minor));
  return (
    <>
      <h2>
        {t('parties')} · {format.number(parties.length)}
      </h2>
      <p className="muted help">{t('compareAbout')}</p>
      {parties.length === 0 ? (
        <p className="muted">{t('none')}</p>
      ) : (
        <Rows
          caption={t('parties')}
          items={parties}
          keyOf={({ id }) => id}
          rowProps={({ id }) => ({
            className: compared.includes(id) ? 'is-selected' : '',
            'data-party': id,
          })}
          columns={[
            {
              id: 'name',
              title: t('name'),
              wide: true,
              cell: (party) => (
                <span className="term">
                  <PartyName party={party} />
                  <span className="muted">
                    {t(`kind.${party.kind}`)} · {t(party.client ? 'client' : 'notClient')}
                    {party.from !== null && ` · ${t('toldBy', { from: party.from })}`}
                  </span>
                </span>
              ),
            },
            { id: 'role', title: m('role'), cell: ({ role }) => <CaseRoleTag role={role} /> },
            {
              id: 'tax',
              title: t('taxNumber'),
              cell: ({ taxNumber }) =>
                taxNumber === null ? null : <span className="number">{taxNumber}</span>,
            },
            { id: 'in', title: m('came'), numeric: true, cell: ({ inMinor }) => sum(inMinor) },
            { id: 'out', title: m('left'), numeric: true, cell: ({ outMinor }) => sum(outMinor) },
            {
              id: 'compare',
              title: t('compare'),
              cell: (party) => (
                <input
                  type="checkbox"
                  className="compare-check"
                  aria-label={t('compareOf', { name: party.name ?? party.id })}
                  checked={compared.includes(party.id)}
                  onChange={() => onToggle(party.id)}
                />
              ),
            },
          ]}
        />
      )}
    </>
  );
}

function Accounts({ entities: { accounts, parties } }: { entities: CaseEntities }): JSX.Element {
  const t = usePeopleTexts();
  const m = useMoneyTexts();
  const format = useFormat();
  const { language } = useSettings();
  const { caseId } = useThisCase();
  const names = new Map(parties.map(({ id, name }) => [id, name]));
  const sum = (minor: number): string | null => (minor === 0 ? null : format.money(minor));
  return (
    <>
      <h2>
        {t('accounts')} · {format.number(accounts.length)}
      </h2>
      <Rows
        caption={t('accounts')}
        items={accounts}
        keyOf={({ id }: Account) => id}
        columns={[
          {
            id: 'account',
            title: m('account'),
            cell: ({ id, account }) => (
              <Link
                className="account-link"
                to="/cases/$caseId"
                params={{ caseId: String(caseId) }}
                search={{ tab: 'money', node: id }}
              >
                <span className="number">{account}</span>
              </Link>
            ),
          },
          {
            id: 'holder',
            title: t('holder'),
            cell: ({ holder }) => (holder === null ? null : (names.get(holder) ?? holder)),
          },
          { id: 'role', title: m('role'), cell: ({ role }) => <CaseRoleTag role={role} /> },
          {
            id: 'bank',
            title: m('bank'),
            cell: ({ institution, country, foreign }) =>
              institution === null ? null : (
                <span className="term">
                  <span>{institution}</span>
                  {foreign && country !== null && (
                    <span className="muted">{countryName(country, language)}</span>
                  )}
                </span>
              ),
          },
          { id: 'status', title: t('status'), cell: ({ status }) => t(`status.${status}`) },
          { id: 'in', title: m('came'), numeric: true, cell: ({ inMinor }) => sum(inMinor) },
          { id: 'out', title: m('left'), numeric: true, cell: ({ outMinor }) => sum(outMinor) },
        ]}
      />
    </>
  );
}

function Contacts({
  entities: { contacts, parties, accounts },
}: {
  entities: CaseEntities;
}): JSX.Element | null {
  const t = usePeopleTexts();
  const watch = useWatchWords();
  const format = useFormat();
  const names = new Map<string, string | null>([
    ...parties.map(({ id, name }) => [id, name] as const),
    ...accounts.map(({ id, account }) => [id, account] as const),
  ]);
  const kindOf = (kind: string): string => {
    if (`contact.${kind}` in PEOPLE_TEXTS) return t(`contact.${kind}` as 'contact.device');
    return `contact.${kind}` in WATCH_WORDS ? watch(`contact.${kind}` as 'contact.phone') : kind;
  };
  if (contacts.length === 0) return null;
  return (
    <>
      <h2>
        {t('contacts')} · {format.number(contacts.length)}
      </h2>
      <Rows
        caption={t('contacts')}
        items={contacts}
        keyOf={({ id }: Contact) => id}
        columns={[
          { id: 'kind', title: t('kind'), cell: ({ kind }) => kindOf(kind) },
          { id: 'value', title: t('value'), wide: true, cell: ({ value }) => value },
          {
            id: 'seen',
            title: t('seenWith'),
            wide: true,
            cell: ({ seenWith }) => (
              <span className="post-links">
                {seenWith.slice(0, SEEN_MOST).map((id) => {
                  const name = names.get(id);
                  return name == null ? (
                    <CaseElementLink key={id} link={{ type: kindOfId(id), id }} />
                  ) : (
                    <span key={id}>{name}</span>
                  );
                })}
                {seenWith.length > SEEN_MOST && (
                  <span className="muted">+{seenWith.length - SEEN_MOST}</span>
                )}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

function Networks({ networks }: { networks: CaseEntities['networks'] }): JSX.Element | null {
  const t = usePeopleTexts();
  const format = useFormat();
  const m = useMoneyTexts();
  const { language } = useSettings();
  if (networks.length === 0) return null;
  return (
    <>
      <h2>
        {t('networks')} · {format.number(networks.length)}
      </h2>
      <Rows
        caption={t('networks')}
        items={networks}
        keyOf={({ networkId }) => networkId}
        columns={[
          {
            id: 'id',
            title: t('networks'),
            cell: ({ networkId }) => (
              <Link to="/networks/$networkId" params={{ networkId }} search={{}}>
                {networkId}
              </Link>
            ),
          },
          { id: 'story', title: t('story'), wide: true, cell: ({ story }) => story },
          {
            id: 'certainty',
            title: t('certainty'),
            cell: ({ certainty }) => <ShareMeter share={certainty} />,
          },
          {
            id: 'harm',
            title: m('sum'),
            numeric: true,
            cell: ({ harmMinor }) => format.money(harmMinor),
          },
          {
            id: 'countries',
            title: m('country'),
            cell: ({ countries }) =>
              countries.length === 0
                ? null
                : countries.map((code) => countryName(code, language)).join(', '),
          },
        ]}
      />
    </>
  );
}
