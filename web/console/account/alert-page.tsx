import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { CloseDialog } from '../alerts/close-dialog.tsx';
import { useAlertTexts } from '../alerts/texts.ts';
import { useAlertAct } from '../alerts/use-alerts.ts';
import { type AlertDetail, api } from '../api.ts';
import { CasesOf } from '../cases/cases-of.tsx';
import { CustomerLink } from '../customers/customer-link.tsx';
import { useFormat } from '../format.ts';
import { Announcements, announce } from '../pieces/announce.tsx';
import { Figure, Figures } from '../pieces/figures.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Meter, Verdict } from '../pieces/marks.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { useKeys } from '../pieces/use-keys.ts';
import { useWords } from '../pieces/words.ts';
import { hasRole, useMe } from '../session/me.ts';
import { useSettings } from '../settings.ts';
import { ALERT_WORKERS } from '../shell/sections.ts';
import { AccountView } from './account-view.tsx';
import { useAccountTexts } from './texts.ts';

export function AlertPage(): JSX.Element {
  const { alertId } = useParams({ from: '/alerts/$alertId' });
  return <AlertOf key={alertId} alertId={Number(alertId)} />;
}

function AlertOf({ alertId }: { alertId: number }): JSX.Element {
  const t = useAccountTexts();
  const words = useWords();
  const { language } = useSettings();
  const alert = useQuery({
    queryKey: ['alerts', 'one', alertId, language],
    queryFn: () => api().alerts.one(alertId),
    placeholderData: keepPreviousData,
  });
  const { data } = alert;
  const name = data === undefined ? '' : `${words('account')} ${data.account.name}`;
  return (
    <main id="content">
      <nav className="trail">
        <Link className="back" to="/alerts" search={{}}>
          <Icon name="back" />
          {t('toAlerts')}
        </Link>
        {data?.customerId != null && <CustomerLink customerId={data.customerId} />}
      </nav>
      <Heading title={name === '' ? t('alertOf', { id: alertId }) : name}>
        {data !== undefined && <AlertActs alert={data} />}
      </Heading>
      {alert.isPending && <Loading rows={2} />}
      {alert.isError && <Problem error={alert.error} retry={() => alert.refetch()} />}
      {data !== undefined && (
        <>
          <AlertFigures alert={data} />
          <CasesOf origin={{ kind: 'alert', ref: String(alertId), title: name }} />
          <AccountView accountRef={data.account.ref} networks={data.networks} alert={data} />
        </>
      )}
      <Announcements />
    </main>
  );
}

function AlertFigures({ alert }: { alert: AlertDetail }): JSX.Element {
  const t = useAccountTexts();
  const ta = useAlertTexts();
  const words = useWords();
  const format = useFormat();
  const { status, outcome, assignee } = alert;
  return (
    <Figures>
      <Figure
        label={words('status')}
        note={assignee?.name ?? (status === 'open' ? words('nobody') : undefined)}
      >
        <span className={`state-tag state-${status}`}>{words(status)}</span>
        {outcome !== null && <span>{words(outcome)}</span>}
      </Figure>
      <Figure label={words('score')}>
        <Meter value={alert.score} />
      </Figure>
      <Figure label={words('verdict')}>
        <Verdict verdict={alert.verdict} />
      </Figure>
      <Figure
        label={words('sum')}
        note={`${words('transfersCount')}: ${format.number(alert.transfers)}`}
      >
        {format.money(alert.amountMinor)}
      </Figure>
      <Figure label={t('opened')}>{format.moment(alert.openedAt)}</Figure>
      <Figure label={ta('latest')}>{format.moment(alert.lastAt)}</Figure>
      <Figure label={words('account')} note={alert.institution}>
        <Link to="/accounts/$ref" params={{ ref: String(alert.account.ref) }}>
          {alert.account.name}
        </Link>
      </Figure>
    </Figures>
  );
}

/** Take, give back, close: what this person may do with the alert as it is. */
function AlertActs({ alert }: { alert: AlertDetail }): JSX.Element | null {
  const ta = useAlertTexts();
  const me = useMe();
  const act = useAlertAct();
  const [isClosing, setClosing] = useState(false);
  const { status, assignee } = alert;
  const mayWork = hasRole(me, ALERT_WORKERS) && status !== 'closed';
  const isOwn = assignee?.userId === me.userId;
  const mayTake = mayWork && !isOwn && (status === 'open' || me.roles.includes('supervisor'));
  const take = (): void =>
    act.mutate(
      { alert, act: { act: 'take' } },
      { onSuccess: () => announce(ta('takenNow', { account: alert.account.name })) },
    );
  useKeys({
    KeyT: () => mayTake && take(),
    KeyC: () => mayWork && isOwn && setClosing(true),
  });
  if (!mayWork) return null;
  return (
    <div className="page-acts">
      {mayTake && (
        <button type="button" className="button primary" data-act="take" onClick={take}>
          {ta(status === 'open' ? 'take' : 'takeOver')}
        </button>
      )}
      {isOwn && status === 'in_work' && (
        <>
          <button
            type="button"
            className="button"
            onClick={() => act.mutate({ alert, act: { act: 'return' } })}
          >
            {ta('giveBack')}
          </button>
          <button
            type="button"
            className="button primary"
            data-act="close"
            onClick={() => setClosing(true)}
          >
            {ta('closeAct')}
          </button>
        </>
      )}
      {act.isError && <Problem error={act.error} />}
      {isClosing && <CloseDialog alert={alert} onDone={() => setClosing(false)} />}
    </div>
  );
}
