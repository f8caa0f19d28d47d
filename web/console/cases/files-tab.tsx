import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { CaseFile } from '../../../src/client/cases.ts';
import { api } from '../api.ts';
import { useFormat } from '../format.ts';
import { announce } from '../pieces/announce.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { useMay, useThisCase } from './case-desk.tsx';
import { DropZone } from './drop-zone.tsx';
import type { Dropped } from './dropped-files.ts';
import { saveFile } from './save-file.ts';
import { SentFiles } from './sent-files.tsx';
import { StatementFindings } from './statement-findings.tsx';
import { useFileTexts, useQueueTexts } from './texts.ts';
import { useStatements } from './use-cases.ts';
import { useStatementUpload } from './use-statement-upload.ts';

/** What was handed in: files as they are, and statements that are read. */
export function FilesTab(): JSX.Element {
  const t = useFileTexts();
  const { caseId, files } = useThisCase();
  const may = useMay();
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: async ({ files: sent }: Dropped) => {
      for (const file of sent) await api().cases.addFile(caseId, mediaOf(file), file);
      return sent.map(({ name }) => name).join(', ');
    },
    onSuccess: (name) => announce(t('added', { name })),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['cases'] }),
  });
  const broken = files.filter(({ state }) => state !== 'whole');
  return (
    <section data-case-files>
      <h2>{t('files')}</h2>
      {broken.length > 0 && (
        <div className="warning" role="alert" data-broken>
          <Icon name="warning" />
          <div>
            <p>
              <b>{broken.map(({ name }) => name).join(', ')}</b>
            </p>
            <p>{t('changedAbout')}</p>
          </div>
        </div>
      )}
      {may('file_add') && (
        <DropZone
          label={t('dropHere')}
          about={t('sealed')}
          onFiles={(dropped) => dropped.files.length > 0 && add.mutate(dropped)}
        />
      )}
      {add.isPending && <Loading rows={1} />}
      {add.isError && <Problem error={add.error} />}
      {files.length === 0 && <p className="muted">{t('filesNone')}</p>}
      <ul className="case-files">
        {files.map((file) => (
          <FileItem key={file.fileId} file={file} />
        ))}
      </ul>
      <Statements mayAdd={may('file_add')} />
    </section>
  );
}

/** What the browser knows of a file; only a word that the service takes. */
function mediaOf({ name, type }: File): { name: string; media?: string } {
  const media = type.split(';')[0].trim().toLowerCase();
  return /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/.test(media) ? { name, media } : { name };
}

const KILOBYTE = 1_024;

function FileItem({ file }: { file: CaseFile }): JSX.Element {
  const t = useFileTexts();
  const format = useFormat();
  const { caseId } = useThisCase();
  const { fileId, name, bytes, addedAt, addedBy, state, checkedAt, sha256: kept } = file;
  const load = useMutation({
    mutationFn: async () => {
      const content = await api().cases.file(caseId, fileId);
      saveFile(name, content);
      return bytesToHex(sha256(new Uint8Array(await content.arrayBuffer()))) === kept;
    },
  });
  return (
    <li data-file={state}>
      <p className="capture-head">
        <b>{name}</b>
        <span className={`state-tag file-${state}`}>{t(`state.${state}`)}</span>
        <span className="muted small">
          {t('size', { n: format.number(Math.ceil(bytes / KILOBYTE)) })} · {addedBy.name},{' '}
          {format.moment(addedAt)} · {t('checkedAt', { at: format.moment(checkedAt) })}
        </span>
      </p>
      <div className="copy-line">
        <span className="muted small">SHA-256</span>
        <code className="small">{kept}</code>
        {state === 'whole' && (
          <button
            type="button"
            className="button"
            data-act="download"
            disabled={load.isPending}
            onClick={() => load.mutate()}
          >
            {t('download')}
          </button>
        )}
      </div>
      <p className="small" role="status">
        {load.data !== undefined && (
          <span className={load.data ? 'muted' : 'due'}>
            {t(load.data ? 'sumRight' : 'sumWrong')}
          </span>
        )}
      </p>
      {load.isError && <Problem error={load.error} />}
    </li>
  );
}

function Statements({ mayAdd }: { mayAdd: boolean }): JSX.Element {
  const t = useQueueTexts();
  const format = useFormat();
  const { caseId } = useThisCase();
  const statements = useStatements(caseId);
  const upload = useStatementUpload(caseId);
  const shown = upload.isBusy ? undefined : (upload.taken ?? statements.data);
  return (
    <section className="statements" data-statements>
      <h2>{t('statements')}</h2>
      {mayAdd && <SentFiles upload={upload} />}
      {statements.isError && <Problem error={statements.error} />}
      {shown !== undefined && shown.files.length === 0 && (
        <p className="muted">{t('statementsNone')}</p>
      )}
      {shown !== undefined && shown.files.length > 0 && (
        <>
          <ul className="sent-files">
            {shown.files.map((file) => (
              <li key={file.statementId}>
                <b>{file.name}</b>
                <span className="muted small">
                  {file.format === 'none' ? t('unread') : file.format} ·{' '}
                  {t('rowsRead', { n: format.number(file.accepted) })}
                  {file.rejected > 0 &&
                    `, ${t('rowsRejected', { n: format.number(file.rejected) })}`}
                </span>
              </li>
            ))}
          </ul>
          <StatementFindings statements={shown} />
        </>
      )}
    </section>
  );
}
