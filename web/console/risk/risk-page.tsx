import { type FormEvent, type JSX, useState } from 'react';
import type { RiskParameters } from '../api.ts';
import { useFormat } from '../format.ts';
import { Announcements } from '../pieces/announce.tsx';
import { Figure, Figures } from '../pieces/figures.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { hasRole, useMe } from '../session/me.ts';
import { RISK_KEEPERS } from '../shell/sections.ts';
import { FactorList } from './factor-list.tsx';
import type { RiskEdit } from './figure-field.tsx';
import { FigureGroups } from './figure-groups.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { changesOf, type RiskDraft } from './risk-draft.ts';
import { EventsTable, MeasuresTable, VersionsTable } from './risk-tables.tsx';
import { useRiskTexts } from './texts.ts';
import { useRiskParameters } from './use-risk.ts';

/** By what customers are rated: every figure with its source, and a change of them that is seen before it is saved. */
export function RiskPage(): JSX.Element {
  const t = useRiskTexts();
  const me = useMe();
  const parameters = useRiskParameters();
  const [draft, setDraft] = useState<RiskDraft | null>(null);
  const { data } = parameters;
  return (
    <main id="content">
      <Heading title={t('title')}>
        {draft === null && data !== undefined && hasRole(me, RISK_KEEPERS) && (
          <button
            type="button"
            className="button primary"
            data-act="edit"
            onClick={() => setDraft({})}
          >
            {t('edit')}
          </button>
        )}
      </Heading>
      <p className="muted">{t('about')}</p>
      {parameters.isPending && <Loading rows={12} />}
      {parameters.isError && (
        <Problem error={parameters.error} retry={() => parameters.refetch()} />
      )}
      {data !== undefined && (
        <>
          <InForce parameters={data} />
          <FiguresForm parameters={data} draft={draft} onDraft={setDraft} />
          <MeasuresTable parameters={data} />
          <EventsTable parameters={data} />
          <VersionsTable parameters={data} />
        </>
      )}
      <Announcements />
    </main>
  );
}

function InForce({ parameters }: { parameters: RiskParameters }): JSX.Element {
  const t = useRiskTexts();
  const format = useFormat();
  const { number, version, versions, levels } = parameters;
  const last = versions.find((one) => one.number === number);
  return (
    <Figures>
      <Figure
        label={t('inForce')}
        note={last?.at == null ? t('asShipped') : `${format.moment(last.at)}, ${last.by ?? ''}`}
      >
        {t('versionNo', { n: number })}
      </Figure>
      <Figure label={t('factors')}>{format.number(parameters.factors.length)}</Figure>
      <Figure label={t('level.medium')}>{t('fromPoints', { n: levels.medium })}</Figure>
      <Figure label={t('level.high')}>{t('fromPoints', { n: levels.high })}</Figure>
      <Figure label={t('versions')}>
        <code>{version}</code>
      </Figure>
    </Figures>
  );
}

/** All figures; while somebody changes them, a form whose one way out is to see whom it would move. */
function FiguresForm({
  parameters,
  draft,
  onDraft,
}: {
  parameters: RiskParameters;
  draft: RiskDraft | null;
  onDraft: (draft: RiskDraft | null) => void;
}): JSX.Element {
  const t = useRiskTexts();
  const [isPreviewing, setPreviewing] = useState(false);
  const edit: RiskEdit | null =
    draft === null ? null : { draft, set: (place, text) => onDraft({ ...draft, [place]: text }) };
  const { changes, count } = changesOf(parameters, draft ?? {});
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (count > 0) setPreviewing(true);
  };
  return (
    <>
      <form className="risk-form" onSubmit={submit}>
        {edit !== null && <p className="notice">{t('editing')}</p>}
        <FigureGroups parameters={parameters} edit={edit} />
        <FactorList parameters={parameters} edit={edit} />
        {edit !== null && (
          <div className="edit-bar">
            <span role="status">{t('changesAre', { n: count })}</span>
            <button type="button" className="button" onClick={() => onDraft(null)}>
              {t('stop')}
            </button>
            <button
              type="submit"
              className="button primary"
              data-act="preview"
              disabled={count === 0}
            >
              {t('preview')}
            </button>
          </div>
        )}
      </form>
      {isPreviewing && (
        <PreviewDialog
          changes={changes}
          basedOn={parameters.number}
          onDone={(isSaved) => {
            setPreviewing(false);
            if (isSaved) onDraft(null);
          }}
        />
      )}
    </>
  );
}
