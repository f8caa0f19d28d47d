import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { Dialog } from '../pieces/dialog.tsx';
import { SentFiles } from './sent-files.tsx';
import { StatementFindings } from './statement-findings.tsx';
import { useQueueTexts } from './texts.ts';
import { useStatementUpload } from './use-statement-upload.ts';

/** A folder of bank statements becomes a case: how far each file is read, what of it was refused, and what is missing. */
export function StatementsDialog({ onDone }: { onDone: () => void }): JSX.Element {
  const t = useQueueTexts();
  const upload = useStatementUpload(null);
  const { taken, isBusy } = upload;
  return (
    <Dialog opened onClose={onDone} title={t('dropTitle')} size="lg">
      <div className="form statements">
        <SentFiles upload={upload} />
        {taken !== null && !isBusy && <StatementFindings statements={taken} />}
        {taken !== null && (
          <div className="form-acts">
            <Link
              className="button primary"
              to="/cases/$caseId"
              params={{ caseId: String(taken.caseId) }}
              search={{}}
              data-act="to-case"
            >
              {t('toCase')}
            </Link>
          </div>
        )}
      </div>
    </Dialog>
  );
}
