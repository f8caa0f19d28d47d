import type { JSX } from 'react';
import { QorganProblem } from '../api.ts';
import { useFormat } from '../format.ts';
import { useWords } from '../pieces/words.ts';
import { DropZone } from './drop-zone.tsx';
import { useQueueTexts } from './texts.ts';
import type { SentFile, StatementUpload } from './use-statement-upload.ts';

/** The place for statements, and how far each of them has come. */
export function SentFiles({ upload }: { upload: StatementUpload }): JSX.Element {
  const t = useQueueTexts();
  const { files, isCut, isBusy, send } = upload;
  const ended = files.filter(({ state }) => state !== 'waiting' && state !== 'sending').length;
  return (
    <>
      <DropZone label={t('dropHere')} about={t('dropKinds')} withFolders onFiles={send} />
      {isCut && <p className="notice">{t('tooMany')}</p>}
      {files.length > 0 && (
        <>
          <p role="status" className="muted">
            {t('progress', { done: ended, all: files.length })}
          </p>
          <progress
            className={isBusy ? '' : 'is-done'}
            max={files.length}
            value={ended}
            aria-label={t('progress', { done: ended, all: files.length })}
          />
          <ul className="sent-files">
            {files.map((file, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name; their places never change
              <Sent key={i} file={file} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Sent({ file }: { file: SentFile }): JSX.Element {
  const t = useQueueTexts();
  const words = useWords();
  const format = useFormat();
  const { name, state, rows, rejected, error } = file;
  const why =
    error === null
      ? t('fileTooBig')
      : error instanceof QorganProblem
        ? error.detail
        : words('serverAway');
  return (
    <li data-sent={state}>
      <b>{name}</b>
      <span className={`state-tag sent-${state}`}>{t(`file.${state}`)}</span>
      {state === 'done' && (
        <span className="muted small">
          {t('rowsRead', { n: format.number(rows) })}
          {rejected > 0 && `, ${t('rowsRejected', { n: format.number(rejected) })}`}
        </span>
      )}
      {state === 'failed' && <span className="due small">{why}</span>}
    </li>
  );
}
