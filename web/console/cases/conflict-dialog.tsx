import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { CaseDetail } from '../../../src/client/cases.ts';
import { api } from '../api.ts';
import { announce } from '../pieces/announce.tsx';
import { Dialog } from '../pieces/dialog.tsx';
import { codeOf, Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { type Conflict, sendChange, VERSION_PROBLEM } from './case-desk.tsx';
import { CaseEvents } from './case-events.tsx';
import { nameOfChange, wordsOfChange } from './change-lines.ts';
import { useCaseWords, usePageTexts } from './texts.ts';

/** Both sides: what happened to the case meanwhile, and what one wanted to do, which can be done all the same. */
export function ConflictDialog({
  one,
  conflict,
  onDone,
}: {
  one: CaseDetail;
  conflict: Conflict;
  onDone: () => void;
}): JSX.Element {
  const t = usePageTexts();
  const words = useCaseWords();
  const queries = useQueryClient();
  const { change, since, onSent } = conflict;
  const [round, setRound] = useState(0);
  const changes = useQuery({
    queryKey: ['cases', 'changes', one.caseId, since, round],
    queryFn: () => api().cases.changes(one.caseId, since),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const again = useMutation({
    mutationFn: (version: number) => sendChange(one.caseId, version, change),
    onSuccess: (acted) => {
      announce(t('done', { act: words(`act.${nameOfChange(change)}`) }));
      onSent?.(acted);
      onDone();
    },
    // Once more: whoever applies has seen all that they apply it to.
    onError: (error) => {
      if (codeOf(error) === VERSION_PROBLEM) setRound(round + 1);
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: ['cases'] }),
  });
  const { data } = changes;
  const isTitle = change.type === 'edit' && change.edit.title !== undefined;
  return (
    <Dialog opened onClose={onDone} title={t('conflictTitle')} size="lg">
      <div className="form conflict" data-conflict>
        <p className="muted">{t('conflictAbout')}</p>
        <div className="conflict-sides">
          <section>
            <h3>{t('meanwhile')}</h3>
            {changes.isPending && <Loading rows={2} />}
            {changes.isError && <Problem error={changes.error} retry={() => changes.refetch()} />}
            {data !== undefined && <CaseEvents events={data.events} />}
            {isTitle && (
              <p>
                <span className="muted">{t('theirs')}:</span> <b>{one.title}</b>
              </p>
            )}
          </section>
          <section className="conflict-own">
            <h3>{t('yours')}</h3>
            <p>
              <b>{words(`act.${nameOfChange(change)}`)}</b>
            </p>
            {wordsOfChange(change).map((text) => (
              <blockquote key={text}>{text}</blockquote>
            ))}
          </section>
        </div>
        {again.isError && codeOf(again.error) !== VERSION_PROBLEM && (
          <Problem error={again.error} />
        )}
        <div className="form-acts">
          <Button onClick={onDone}>{t('dropMine')}</Button>
          <Button
            variant="filled"
            data-act="apply-again"
            disabled={data === undefined}
            loading={again.isPending}
            onClick={() => data !== undefined && again.mutate(data.version)}
          >
            {t('applyAgain')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
