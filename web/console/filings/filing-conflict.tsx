import { Button } from '@mantine/core';
import type { JSX } from 'react';
import type { FilingDetail, Fm1Form } from '../../../src/client/filings.ts';
import { api } from '../api.ts';
import { announce } from '../pieces/announce.tsx';
import { Dialog } from '../pieces/dialog.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Rows } from '../pieces/rows.tsx';
import { Loading } from '../pieces/states.tsx';
import { changesBetween, fitted, onTop, valuesAt } from './document-edit.ts';
import type { Written } from './filing-form.tsx';
import { useWhere } from './filing-problems.tsx';
import { useFilingTexts } from './texts.ts';
import { useFilingChange } from './use-filings.ts';

/** Enough of a long text to know it by, characters. */
const KNOWN_BY = 200;

const shortOf = (text: string): string =>
  text.length > KNOWN_BY ? `${text.slice(0, KNOWN_BY)}…` : text;

/** Two wrote at once: what stands now beside what one wrote, and the choice between them. */
export function FilingConflict({
  filing,
  form,
  mine,
  onDone,
}: {
  /** As it is now. */
  filing: FilingDetail;
  form: Fm1Form;
  mine: Written;
  onDone: () => void;
}): JSX.Element {
  const t = useFilingTexts();
  const whereOf = useWhere();
  const isHere = filing.version !== mine.base.version;
  const isOpen = filing.may.some(({ act, allowed }) => act === 'edit' && allowed);
  const next = onTop(filing.document, mine.base.document, mine.document);
  const again = useFilingChange(() =>
    api().filings.edit(filing.filingId, filing.version, { document: fitted(next) }),
  );
  const changes = changesBetween(mine.base.document, mine.document);
  const titles = new Map(
    Object.values(form.parts)
      .flat()
      .map(({ id, title }) => [id, title]),
  );
  return (
    <Dialog opened onClose={onDone} title={t('conflictTitle')} size="lg">
      <div className="form" data-conflict>
        <p className="muted">{t(isOpen ? 'conflictAbout' : 'conflictShut')}</p>
        {!isHere && <Loading rows={2} />}
        {isHere && (
          <Rows
            caption={t('conflictTitle')}
            items={changes}
            keyOf={({ place, id }) => `${place} ${id}`}
            columns={[
              {
                id: 'field',
                title: t('field'),
                cell: ({ place, id }) => (
                  <span className="term">
                    <span>
                      <span className="requisite">{id}</span> {titles.get(id)}
                    </span>
                    <span className="muted">{whereOf(place)}</span>
                  </span>
                ),
              },
              {
                id: 'theirs',
                title: t('theirs'),
                wide: true,
                cell: ({ place, id, before }) => {
                  const now = valuesAt(filing.document, place)[id] ?? '';
                  return now === before ? (
                    <span className="muted">{t('unchanged')}</span>
                  ) : (
                    shortOf(now) || t('empty')
                  );
                },
              },
              {
                id: 'yours',
                title: t('yours'),
                wide: true,
                cell: ({ after }) => shortOf(after) || t('empty'),
              },
            ]}
          />
        )}
        {next === mine.document && <p className="notice small">{t('rowsDiffer')}</p>}
        {again.isError && <Problem error={again.error} />}
        <div className="form-acts">
          <Button onClick={onDone}>{t('takeTheirs')}</Button>
          {isOpen && (
            <Button
              variant="filled"
              data-act="save-over"
              disabled={!isHere}
              loading={again.isPending}
              onClick={() =>
                again.mutate(undefined, {
                  onSuccess: () => {
                    announce(t('saved'));
                    onDone();
                  },
                })
              }
            >
              {t('saveOver')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
