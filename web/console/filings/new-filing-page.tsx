import { NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, type JSX, useState } from 'react';
import { FILING_KINDS, type FilingKind, MAY_FILE } from '../../../src/domain/filing/filing-acts.ts';
import { api } from '../api.ts';
import { useFormat } from '../format.ts';
import { CheckField } from '../pieces/check-field.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Icon } from '../pieces/icon.tsx';
import { MomentField } from '../pieces/moment-field.tsx';
import { localMoment, momentTold } from '../pieces/moment-text.ts';
import { Problem } from '../pieces/problem.tsx';
import { ReasonField } from '../pieces/reason-field.tsx';
import { Empty, Loading } from '../pieces/states.tsx';
import { useWords } from '../pieces/words.ts';
import { hasRole, useMe } from '../session/me.ts';
import { useSettings } from '../settings.ts';
import { useFilingTexts } from './texts.ts';
import { useCaseTransfers } from './use-filings.ts';

type Kind = Exclude<FilingKind, 'threshold'>;
const KINDS = FILING_KINDS.filter((kind): kind is Kind => kind !== 'threshold');

/** Which operation of a case is told, and why; Qorgan fills in the rest. */
export function NewFilingPage(): JSX.Element {
  const t = useFilingTexts();
  const words = useWords();
  const me = useMe();
  const { case: caseId } = useSearch({ from: '/filings/new' });
  return (
    <main id="content">
      <nav className="trail">
        {caseId === undefined ? (
          <Link className="back" to="/filings" search={{}}>
            <Icon name="back" />
            {t('toFilings')}
          </Link>
        ) : (
          <Link
            className="back"
            to="/cases/$caseId"
            params={{ caseId: String(caseId) }}
            search={{}}
          >
            <Icon name="back" />
            {t('toCase')}
          </Link>
        )}
      </nav>
      <Heading title={t('newTitle')} />
      {!hasRole(me, MAY_FILE) ? (
        <Empty title={words('notHereHint')} />
      ) : caseId === undefined ? (
        <Empty title={t('noCase')}>
          <p>{t('noneAbout')}</p>
        </Empty>
      ) : (
        <Wish caseId={caseId} />
      )}
    </main>
  );
}

function Wish({ caseId }: { caseId: number }): JSX.Element {
  const t = useFilingTexts();
  const format = useFormat();
  const { language } = useSettings();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const transfers = useCaseTransfers(caseId);
  const [now] = useState(() => localMoment(Date.now()));
  const [kind, setKind] = useState<Kind>('suspicion_after');
  const [transfer, setTransfer] = useState('');
  const [isEarlier, setEarlier] = useState(false);
  const [at, setAt] = useState(now);
  const [reason, setReason] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const making = useMutation({
    mutationFn: () =>
      api().filings.make(
        {
          case: caseId,
          kind,
          language,
          reason: reason.trim(),
          ...(transfer !== '' && { transfer }),
          ...(isEarlier && { recognisedAt: momentTold(at) }),
        },
        key,
      ),
    onSuccess: ({ filingId }) => {
      void queries.invalidateQueries({ queryKey: ['filings', 'list'] });
      void queries.invalidateQueries({ queryKey: ['cases'] });
      void navigate({ to: '/filings/$filingId', params: { filingId: String(filingId) } });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (at !== '') making.mutate();
  };
  if (transfers.isPending) return <Loading rows={6} />;
  if (transfers.isError)
    return <Problem error={transfers.error} retry={() => transfers.refetch()} />;
  return (
    <>
      <p className="muted">{t('newAbout')}</p>
      <form className="form new-filing" onSubmit={submit}>
        <NativeSelect
          name="kind"
          label={t('kind')}
          value={kind}
          data={KINDS.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
          onChange={(event) => setKind(event.currentTarget.value as Kind)}
        />
        <NativeSelect
          name="transfer"
          label={t('whichTransfer')}
          description={t('whichAbout')}
          value={transfer}
          data={[
            { value: '', label: t('gravest') },
            ...transfers.data.items.flatMap(({ element, at: when, amountMinor, from, to }) =>
              element === null
                ? []
                : [
                    {
                      value: element,
                      label: `${format.moment(when)} · ${format.money(amountMinor ?? 0)} · ${from?.name ?? '—'} → ${to?.name ?? '—'}`,
                    },
                  ],
            ),
          ]}
          onChange={(event) => setTransfer(event.currentTarget.value)}
        />
        <div>
          <CheckField
            name="earlier"
            label={t('recognisedOther')}
            checked={isEarlier}
            onChange={setEarlier}
          />
          <p className="muted small">{t('recognisedAbout')}</p>
        </div>
        {isEarlier && <MomentField label={t('recognised')} value={at} max={now} onChange={setAt} />}
        <ReasonField value={reason} onChange={setReason} />
        {making.isError && <Problem error={making.error} />}
        <div className="form-acts">
          <button
            type="submit"
            className="button primary"
            data-act="make"
            disabled={making.isPending}
          >
            {t('makeIt')}
          </button>
        </div>
      </form>
    </>
  );
}
