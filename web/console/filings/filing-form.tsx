import { Button } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { type FormEvent, type JSX, useEffect, useState } from 'react';
import type { FilingDetail, Fm1Form, Fm1Told } from '../../../src/client/filings.ts';
import { api } from '../api.ts';
import { announce } from '../pieces/announce.tsx';
import { Dialog } from '../pieces/dialog.tsx';
import { codeOf, Problem } from '../pieces/problem.tsx';
import { changesBetween, fitted, withValue } from './document-edit.ts';
import { FilingConflict } from './filing-conflict.tsx';
import { FormParts } from './form-parts.tsx';
import { type NoticeDesk, NoticeDeskOf } from './notice-desk.tsx';
import { useFilingTexts } from './texts.ts';
import { useFilingChange, useSigns } from './use-filings.ts';

/** What somebody wrote, and on top of which version. */
export interface Written {
  readonly base: FilingDetail;
  readonly document: Fm1Told;
}

const VERSION_PROBLEM = 'QRG_FILING_VERSION';

/** The form, to be written in while it is a draft; nothing is saved before somebody says so. */
export function FilingForm({
  filing,
  form,
  onDirty,
}: {
  filing: FilingDetail;
  form: Fm1Form;
  onDirty: (isDirty: boolean) => void;
}): JSX.Element {
  const t = useFilingTexts();
  const signs = useSigns().data;
  const [mine, setMine] = useState<Written | null>(null);
  const saving = useFilingChange(({ base, document }: Written) =>
    api().filings.edit(base.filingId, base.version, { document: fitted(document) }),
  );
  const isOpen = filing.may.some(({ act, allowed }) => act === 'edit' && allowed);
  const count = mine === null ? 0 : countOf(mine);
  useEffect(() => onDirty(count > 0), [count, onDirty]);
  const change = (document: Fm1Told): void => setMine({ base: mine?.base ?? filing, document });
  const document = mine?.document ?? filing.document;
  const desk: NoticeDesk = {
    form,
    signs,
    base: mine?.base.document ?? filing.document,
    document,
    problems: filing.problems,
    isOpen,
    change,
    set: (place, id, value) => change(withValue(document, place, id, value)),
  };
  const done = (): void => {
    setMine(null);
    saving.reset();
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (mine === null || count === 0) return;
    saving.mutate(mine, {
      onSuccess: () => {
        done();
        announce(t('saved'));
      },
    });
  };
  const isLate = saving.isError && codeOf(saving.error) === VERSION_PROBLEM;
  return (
    <section className="filing-form" data-form>
      <h2>{t('form')}</h2>
      <NoticeDeskOf value={desk}>
        <form className="form" onSubmit={save} noValidate>
          <FormParts />
          {saving.isError && !isLate && <Problem error={saving.error} />}
          {isOpen && (
            <div className="save-bar" data-unsaved={count}>
              <span className={count > 0 ? '' : 'muted'}>
                {count > 0 ? t('changedFields', { n: count }) : t('allSaved')}
              </span>
              <div className="act-buttons">
                <Button onClick={done} disabled={count === 0}>
                  {t('discard')}
                </Button>
                <Button
                  type="submit"
                  variant="filled"
                  data-act="save"
                  loading={saving.isPending}
                  disabled={count === 0}
                >
                  {t('save')}
                </Button>
              </div>
            </div>
          )}
        </form>
      </NoticeDeskOf>
      {isLate && mine !== null && (
        <FilingConflict filing={filing} form={form} mine={mine} onDone={done} />
      )}
      <LeaveQuestion isDirty={count > 0} />
    </section>
  );
}

/** Values and rows that are not as they were read. */
function countOf({ base, document }: Written): number {
  const changed = changesBetween(fitted(base.document), fitted(document)).length;
  const rows = ({ participants, references }: Fm1Told): number =>
    participants.length + references.length + participants.flatMap((one) => one.founders).length;
  return changed || Number(rows(base.document) !== rows(document));
}

/** Whoever goes away from what they wrote is asked once. */
function LeaveQuestion({ isDirty }: { isDirty: boolean }): JSX.Element | null {
  const t = useFilingTexts();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => isDirty,
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Dialog opened onClose={reset} title={t('leaveTitle')}>
      <p>{t('leaveAbout')}</p>
      <div className="form-acts">
        <Button data-autofocus onClick={reset}>
          {t('stay')}
        </Button>
        <Button variant="filled" color="red" onClick={proceed}>
          {t('leave')}
        </Button>
      </div>
    </Dialog>
  );
}
