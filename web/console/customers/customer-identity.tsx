import type { JSX, ReactNode } from 'react';
import type { CustomerDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { AccountLink } from '../pieces/account-link.tsx';
import { useSettings } from '../settings.ts';
import { countryName } from './country-name.ts';
import { CUSTOMER_TEXTS, useCustomerTexts } from './texts.ts';

type Format = ReturnType<typeof useFormat>;
type Say = ReturnType<typeof useCustomerTexts>;

/** What the institution told of the customer, its document and its accounts. What was not told is named, not shown as empty. */
export function CustomerIdentity({ customer }: { customer: CustomerDetail }): JSX.Element {
  const t = useCustomerTexts();
  const facts = useFacts(customer);
  const told = facts.filter(([, value]) => value !== null);
  const silent = facts.filter(([, value]) => value === null).map(([label]) => label);
  return (
    <div className="two-columns">
      <section>
        <h2>{t('identity')}</h2>
        <dl className="told panel-told">
          {told.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {silent.length > 0 && (
          <p className="muted small">
            {t('notTold', { what: silent.map((one) => lower(one)).join(', ') })}
          </p>
        )}
      </section>
      <div>
        <DocumentPart customer={customer} />
        <AccountsPart customer={customer} />
      </div>
    </div>
  );
}

/** A word inside a sentence; abbreviations stay as they are. */
const lower = (word: string): string =>
  /^\p{Lu}\p{Lu}/u.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1);

type Fact = readonly [label: string, value: ReactNode];

function useFacts(customer: CustomerDetail): Fact[] {
  const t = useCustomerTexts();
  const format = useFormat();
  const { language } = useSettings();
  const isBusiness = customer.kind === 'company' || customer.kind === 'sole_trader';
  const yesNo = (value: boolean | null): string | null =>
    value === null ? null : t(value ? 'yes' : 'no');
  const day = (value: string | null): string | null =>
    value === null ? null : format.date(Date.parse(value));
  const moment = (value: number | null): string | null =>
    value === null ? null : format.moment(value);
  const many = (values: readonly string[]): ReactNode =>
    values.length === 0 ? null : values.map((value) => <span key={value}>{value}</span>);
  const { pep, citizenship, incomeMonthMinor } = customer;
  return [
    [t('kind'), t(`kind.${customer.kind}`)],
    [t('externalId'), `${customer.externalId} · ${customer.institution}`],
    ...identifierFacts(customer, t),
    [t('bornOn'), day(customer.bornOn)],
    [t('citizenship'), citizenship === null ? null : countryName(citizenship, language)],
    [t('resident'), yesNo(customer.resident)],
    [t('pep'), pep === null ? null : t(`word.pep_${pep}`)],
    [t('income'), incomeMonthMinor === null ? null : format.money(incomeMonthMinor)],
    [t('address'), customer.address],
    [t('devices'), many(customer.devices)],
    [t('ips'), many(customer.ips)],
    ...(isBusiness ? [[t('registeredOn'), day(customer.registeredOn)] as const] : []),
    [t('openedAt'), moment(customer.openedAt)],
    [t('openedRemotely'), yesNo(customer.openedRemotely)],
    [t('phoneChangedAt'), moment(customer.phoneChangedAt)],
    ...applicationFacts(customer, t, format),
    ...(customer.relatives.length > 0 ? [[t('relatives'), many(customer.relatives)] as const] : []),
  ];
}

/** Identifiers of one kind stand together. */
function identifierFacts({ identifiers }: CustomerDetail, t: Say): Fact[] {
  const kinds = [...new Set(identifiers.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const key = `id.${kind}`;
    const label = key in CUSTOMER_TEXTS ? t(key as keyof typeof CUSTOMER_TEXTS) : kind;
    const values = identifiers.filter((one) => one.kind === kind);
    return [
      label,
      values.map(({ value }) => (
        <span className="number" key={value}>
          {value}
        </span>
      )),
    ];
  });
}

function applicationFacts(
  { creditApplicationsAt }: CustomerDetail,
  t: Say,
  format: Format,
): Fact[] {
  if (creditApplicationsAt.length === 0) return [];
  return [
    [
      t('creditApplications'),
      creditApplicationsAt.map((at) => <span key={at}>{format.moment(at)}</span>),
    ],
  ];
}

function DocumentPart({ customer: { document } }: { customer: CustomerDetail }): JSX.Element {
  const t = useCustomerTexts();
  const format = useFormat();
  return (
    <section>
      <h2>{t('documents')}</h2>
      {document === null ? (
        <p className="muted">{t('document.missing')}</p>
      ) : (
        <dl className="told panel-told">
          <div>
            <dt>{t(`documentKind.${document.kind}`)}</dt>
            <dd>
              <span className="number">{document.number ?? '—'}</span>
              {document.expiresOn !== null && (
                <span className="muted">
                  {t('until', { day: format.date(Date.parse(document.expiresOn)) })}
                </span>
              )}
              <span className={`state-tag mrz-${document.mrz}`}>{t(`mrz.${document.mrz}`)}</span>
              <span className={`state-tag mrz-${document.agrees ? 'valid' : 'altered'}`}>
                {t(document.agrees ? 'agrees' : 'disagrees')}
              </span>
            </dd>
          </div>
        </dl>
      )}
    </section>
  );
}

function AccountsPart({
  customer: { accounts, cards },
}: {
  customer: CustomerDetail;
}): JSX.Element {
  const t = useCustomerTexts();
  const format = useFormat();
  return (
    <section>
      <h2>
        {t('accounts')} · {format.number(accounts.length)}
        {cards !== null && ` · ${t('cards')}: ${format.number(cards)}`}
      </h2>
      {accounts.length === 0 ? (
        <p className="muted">{t('accountsNone')}</p>
      ) : (
        <ul className="account-list">
          {accounts.map((account) => (
            <li key={account.ref}>
              <AccountLink account={account} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
