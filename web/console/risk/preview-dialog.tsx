import { Button, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type JSX, useState } from 'react';
import type { RiskChanges, RiskPreview } from '../api.ts';
import { useFormat } from '../format.ts';
import { announce } from '../pieces/announce.tsx';
import { Dialog } from '../pieces/dialog.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { useWords } from '../pieces/words.ts';
import { hasRole, useMe } from '../session/me.ts';
import { CUSTOMER_SEERS } from '../shell/sections.ts';
import { LevelMark } from './level-mark.tsx';
import { useRiskTexts } from './texts.ts';
import { useRiskPreview, useSaveRisk } from './use-risk.ts';

/** Whom a change would move; only who has seen it saves it, with a reason. */
export function PreviewDialog({
  changes,
  basedOn,
  onDone,
}: {
  changes: RiskChanges;
  basedOn: number;
  onDone: (isSaved: boolean) => void;
}): JSX.Element {
  const t = useRiskTexts();
  const words = useWords();
  const preview = useRiskPreview(changes);
  const save = useSaveRisk();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(
      { changes, basedOn, reason: reason.trim() },
      {
        onSuccess: ({ number }) => {
          announce(t('savedNow', { n: number }));
          onDone(true);
        },
      },
    );
  };
  return (
    <Dialog opened onClose={() => onDone(false)} title={t('previewTitle')} size="lg">
      <form className="form" onSubmit={submit}>
        {preview.isPending && <Loading rows={3} />}
        {preview.isError && <Problem error={preview.error} />}
        {preview.data !== undefined && (
          <>
            <Moves preview={preview.data} />
            <Textarea
              label={t('saveReason')}
              description={t('saveReasonAbout')}
              required
              minLength={5}
              maxLength={2_000}
              rows={2}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </>
        )}
        {save.isError && <Problem error={save.error} />}
        <div className="form-acts">
          <Button onClick={() => onDone(false)}>{words('cancel')}</Button>
          <Button
            type="submit"
            variant="filled"
            disabled={preview.data === undefined}
            loading={save.isPending}
          >
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Moves({ preview }: { preview: RiskPreview }): JSX.Element {
  const t = useRiskTexts();
  const format = useFormat();
  const { customers, complete, total, moved } = preview;
  return (
    <div className="risk-moves" role="status">
      <p>
        {t(complete ? 'lookedAt' : 'lookedAtPart', {
          n: format.number(customers),
          total: format.number(total),
        })}
      </p>
      {moved.length === 0 && <p className="muted">{t('movesNone')}</p>}
      {moved.length > 0 && (
        <table className="data">
          <caption className="unseen">{t('moves')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('from')}</th>
              <th scope="col">{t('to')}</th>
              <th scope="col" className="numeric">
                {t('customers')}
              </th>
              <th scope="col">{t('examples')}</th>
            </tr>
          </thead>
          <tbody>
            {moved.map(({ from, to, count }) => (
              <tr key={`${from} ${to}`}>
                <td data-label={t('from')}>
                  <LevelMark level={from} />
                </td>
                <td data-label={t('to')}>
                  <LevelMark level={to} />
                </td>
                <td className="numeric" data-label={t('customers')}>
                  <b>{format.number(count)}</b>
                </td>
                <td data-label={t('examples')} className="wide">
                  <Examples preview={preview} from={from} to={to} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

type Move = RiskPreview['moved'][number];

function Examples({
  preview: { examples },
  from,
  to,
}: {
  preview: RiskPreview;
  from: Move['from'];
  to: Move['to'];
}): JSX.Element {
  const me = useMe();
  const maySee = hasRole(me, CUSTOMER_SEERS);
  return (
    <span className="examples">
      {examples
        .filter((one) => one.from === from && one.to === to)
        .map(({ customerId, externalId }) =>
          maySee ? (
            <Link
              key={customerId}
              to="/customers/$customerId"
              params={{ customerId: String(customerId) }}
              target="_blank"
            >
              {externalId}
            </Link>
          ) : (
            <span key={customerId}>{externalId}</span>
          ),
        )}
    </span>
  );
}
