import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { StatementTaken } from '../../../src/client/case-views.ts';
import { api } from '../api.ts';
import { BYTES_MOST, type Dropped } from './dropped-files.ts';

export interface SentFile {
  readonly name: string;
  readonly state: 'waiting' | 'sending' | 'done' | 'repeated' | 'unread' | 'failed';
  readonly rows: number;
  readonly rejected: number;
  /** Why it was not taken; null: it was, or it is too large to be sent. */
  readonly error: unknown;
}

export interface StatementUpload {
  readonly files: readonly SentFile[];
  readonly isBusy: boolean;
  readonly isCut: boolean;
  /** What all of them are together, as far as they are read. */
  readonly taken: StatementTaken | null;
  readonly send: (dropped: Dropped) => void;
}

/** Sends statements one by one: the first opens a case where there is none, every other one is read beside those before it. */
export function useStatementUpload(caseId: number | null): StatementUpload {
  const queries = useQueryClient();
  const [files, setFiles] = useState<readonly SentFile[]>([]);
  const [isCut, setCut] = useState(false);
  const [taken, setTaken] = useState<StatementTaken | null>(null);
  const [isBusy, setBusy] = useState(false);
  const target = useRef(caseId);
  const tell = (index: number, part: Partial<SentFile>): void =>
    setFiles((known) => known.map((one, i) => (i === index ? { ...one, ...part } : one)));

  const sendOne = async (file: File, index: number): Promise<void> => {
    if (file.size > BYTES_MOST) {
      tell(index, { state: 'failed' });
      return;
    }
    tell(index, { state: 'sending' });
    try {
      const sent = { name: file.name, body: file };
      const result =
        target.current === null
          ? await api().caseViews.openFromStatement(sent)
          : await api().caseViews.addStatement(target.current, sent);
      target.current = result.caseId;
      setTaken(result);
      const found = result.files.findLast(({ name }) => name === file.name);
      tell(index, {
        state: found?.format === 'none' ? 'unread' : result.repeated ? 'repeated' : 'done',
        rows: found?.accepted ?? 0,
        rejected: found?.rejected ?? 0,
      });
    } catch (error) {
      tell(index, { state: 'failed', error });
    }
  };

  const sendAll = async (sent: readonly File[], from: number): Promise<void> => {
    setBusy(true);
    for (const [i, file] of sent.entries()) await sendOne(file, from + i);
    setBusy(false);
    void queries.invalidateQueries({ queryKey: ['cases'] });
  };
  const send = ({ files: sent, isCut: tooMany }: Dropped): void => {
    if (isBusy || sent.length === 0) return;
    setCut(tooMany);
    const waiting = sent.map(
      ({ name }): SentFile => ({ name, state: 'waiting', rows: 0, rejected: 0, error: null }),
    );
    setFiles((known) => [...known, ...waiting]);
    void sendAll(sent, files.length);
  };
  return { files, isBusy, isCut, taken, send };
}
