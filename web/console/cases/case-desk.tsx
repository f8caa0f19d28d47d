import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, type JSX, type ReactNode, useContext, useState } from 'react';
import type { CaseAct, CaseActed, CaseDetail } from '../../../src/client/cases.ts';
import { api } from '../api.ts';
import { announce } from '../pieces/announce.tsx';
import { codeOf } from '../pieces/problem.tsx';
import { type Change, nameOfChange } from './change-lines.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { useCaseWords, usePageTexts } from './texts.ts';

/** A change that met a case which others had changed meanwhile. */
export interface Conflict {
  readonly change: Change;
  /** Version that its writer had seen. */
  readonly since: number;
  readonly onSent: ((acted: CaseActed | null) => void) | undefined;
}

interface Desk {
  readonly one: CaseDetail;
  readonly meet: (conflict: Conflict) => void;
}

const DeskContext = createContext<Desk | null>(null);

/** The case that is worked on, and what happens when two work on it at once. */
export function CaseDesk({ one, children }: { one: CaseDetail; children: ReactNode }): JSX.Element {
  const [conflict, setConflict] = useState<Conflict | null>(null);
  return (
    <DeskContext value={{ one, meet: setConflict }}>
      {children}
      {conflict !== null && (
        <ConflictDialog one={one} conflict={conflict} onDone={() => setConflict(null)} />
      )}
    </DeskContext>
  );
}

function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('no case is worked on here');
  return desk;
}

/** The case as it is known now. */
export const useThisCase = (): CaseDetail => useDesk().one;

export const VERSION_PROBLEM = 'QRG_CASE_VERSION';

export async function sendChange(
  caseId: number,
  version: number,
  change: Change,
): Promise<CaseActed | null> {
  if (change.type === 'act') return api().cases.act(caseId, version, change.act);
  await api().cases.edit(caseId, version, change.edit);
  return null;
}

/** Whether this person may do an act now. */
export function useMay(): (kind: string) => boolean {
  const { may } = useThisCase();
  return (kind) => may.some((act) => act.kind === kind && act.allowed);
}

/**
 * Sends a change of the case. What others changed meanwhile is shown first: then the form of the change is left (`onDone`) and
 * what was written in it waits in the view of both.
 */
export function useChange(onDone?: () => void) {
  const { one, meet } = useDesk();
  const queries = useQueryClient();
  const words = useCaseWords();
  const t = usePageTexts();
  const sending = useMutation({
    mutationFn: ({ change }: { change: Change; onSent?: (acted: CaseActed | null) => void }) =>
      sendChange(one.caseId, one.version, change),
    onSuccess: (acted, { change, onSent }) => {
      announce(t('done', { act: words(`act.${nameOfChange(change)}`) }));
      onSent?.(acted);
      onDone?.();
    },
    onError: (error, { change, onSent }) => {
      if (codeOf(error) !== VERSION_PROBLEM) return;
      meet({ change, since: one.version, onSent });
      sending.reset();
      onDone?.();
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['cases'] });
      void queries.invalidateQueries({ queryKey: ['holds'] });
    },
  });
  return {
    sending,
    act: (act: CaseAct, onSent?: (acted: CaseActed | null) => void): void =>
      sending.mutate({ change: { type: 'act', act }, ...(onSent !== undefined && { onSent }) }),
    edit: (edit: Extract<Change, { type: 'edit' }>['edit']): void =>
      sending.mutate({ change: { type: 'edit', edit } }),
  };
}
