import { type JSX, useState } from 'react';
import { useFormat } from '../format.ts';
import { announce } from '../pieces/announce.tsx';
import { ReasonDialog } from '../pieces/reason-dialog.tsx';
import { useReportTexts } from './texts.ts';
import type { ReportActs, ShownReport } from './use-report.ts';

type Wish = { readonly kind: 'receipt' | 'address' } | { readonly muteId: number };

/** Who is muted, by whom and why, and the acts that mute and undo it: each with a reason, each in the record. */
export function ReportMutes({
  report: { mutes, canMuteAddress },
  acts: { mute, lift },
  mayAct,
}: {
  report: ShownReport;
  acts: ReportActs;
  mayAct: boolean;
}): JSX.Element {
  const t = useReportTexts();
  const format = useFormat();
  const [wish, setWish] = useState<Wish | null>(null);
  const isMuted = (kind: 'receipt' | 'address') => mutes.some((one) => one.kind === kind);
  const done = {
    onSuccess: () => {
      announce(t('done'));
      setWish(null);
    },
  };
  return (
    <>
      {mutes.map(({ muteId, kind, until, by, at, reason }) => (
        <div key={muteId} className="notice" data-mute={kind}>
          <b>{t(`muted.${kind}`, { until: until === null ? '' : format.moment(until) })}</b>
          <p>{t('mutedBy', { by, at: format.moment(at), reason })}</p>
          {mayAct && (
            <button type="button" className="button" onClick={() => setWish({ muteId })}>
              {t('lift')}
            </button>
          )}
        </div>
      ))}
      {mayAct && (
        <p className="act-buttons">
          {!isMuted('receipt') && (
            <button
              type="button"
              className="button quiet"
              data-act="mute-receipt"
              onClick={() => setWish({ kind: 'receipt' })}
            >
              {t('mute')}
            </button>
          )}
          {!isMuted('address') && canMuteAddress && (
            <button
              type="button"
              className="button quiet"
              data-act="mute-address"
              onClick={() => setWish({ kind: 'address' })}
            >
              {t('muteSource')}
            </button>
          )}
          {!canMuteAddress && <span className="muted small">{t('muteGone')}</span>}
        </p>
      )}
      {wish !== null && 'kind' in wish && (
        <ReasonDialog
          title={t(wish.kind === 'receipt' ? 'mute' : 'muteSource')}
          act={t(wish.kind === 'receipt' ? 'mute' : 'muteSource')}
          about={t(wish.kind === 'receipt' ? 'muteAbout' : 'muteSourceAbout')}
          least={3}
          sending={mute}
          onSend={(reason) => mute.mutate({ kind: wish.kind, reason }, done)}
          onDone={() => setWish(null)}
        />
      )}
      {wish !== null && 'muteId' in wish && (
        <ReasonDialog
          title={t('lift')}
          act={t('lift')}
          least={3}
          sending={lift}
          onSend={(reason) => lift.mutate({ muteId: wish.muteId, reason }, done)}
          onDone={() => setWish(null)}
        />
      )}
    </>
  );
}
