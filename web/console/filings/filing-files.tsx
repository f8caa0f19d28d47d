import { type JSX, useState } from 'react';
import type { FilingDetail } from '../../../src/client/filings.ts';
import { MAY_FILE } from '../../../src/domain/filing/filing-acts.ts';
import { api } from '../api.ts';
import { saveFile } from '../cases/save-file.ts';
import { Problem } from '../pieces/problem.tsx';
import { hasRole, useMe } from '../session/me.ts';
import { useWhere } from './filing-problems.tsx';
import { useFilingTexts } from './texts.ts';

/** What can be taken along: the message, the bytes to sign, a page for people. */
export function FilingFiles({ filing }: { filing: FilingDetail }): JSX.Element {
  const t = useFilingTexts();
  const me = useMe();
  const [failure, setFailure] = useState<unknown>(null);
  const { filingId, files, number } = filing;
  const name = `fm1-${number ?? `draft-${filingId}`}`;
  const take = (file: string, asked: Promise<Blob>): void => {
    setFailure(null);
    asked.then((blob) => saveFile(file, blob)).catch(setFailure);
  };
  const { filings } = api();
  const isSigned = files?.signedSha256 != null;
  const kinds = [
    files && {
      id: 'xml',
      word: t('getXml'),
      take: () => take(`${name}.xml`, filings.xml(filingId)),
    },
    files && {
      id: 'signing',
      word: t('getSigning'),
      take: () => take(`${name}.bin`, filings.signingData(filingId)),
    },
    isSigned && {
      id: 'signed',
      word: t('getSignedXml'),
      take: () => take(`${name}-signed.xml`, filings.xml(filingId, true)),
    },
    { id: 'pdf', word: t('getPdf'), take: () => take(`${name}.pdf`, filings.pdf(filingId)) },
    {
      id: 'pdf-kk',
      word: t('getPdfKk'),
      take: () => take(`${name}-kk.pdf`, filings.pdf(filingId, 'kk')),
    },
  ];
  return (
    <section data-files>
      <h2>{t('files')}</h2>
      {hasRole(me, MAY_FILE) && (
        <>
          <p className="muted small">
            {t(files === null ? 'filesLater' : 'signSteps')} {t('filesAbout')}
          </p>
          <div className="act-buttons">
            {kinds.map(
              (kind) =>
                kind && (
                  <button
                    key={kind.id}
                    type="button"
                    className="button"
                    data-get={kind.id}
                    onClick={kind.take}
                  >
                    {kind.word}
                  </button>
                ),
            )}
          </div>
        </>
      )}
      {failure !== null && <Problem error={failure} />}
      {files !== null && (
        <p className="small hash">
          {t('hash')} <code>{files.messageSha256}</code>
          {files.signedSha256 !== null && (
            <>
              <br />
              {t('hashSigned')} <code>{files.signedSha256}</code>
            </>
          )}
        </p>
      )}
      <Replaced filing={filing} />
    </section>
  );
}

/** Signs that the format forbids, and what stands for them. */
function Replaced({ filing: { replaced } }: { filing: FilingDetail }): JSX.Element | null {
  const t = useFilingTexts();
  const whereOf = useWhere();
  if (replaced.length === 0) return null;
  return (
    <details>
      <summary>{t('replacedSigns', { n: replaced.length })}</summary>
      <p className="muted small">{t('replacedAbout')}</p>
      <ul className="plain">
        {replaced.map(({ place, field, sign, by }) => (
          <li key={`${place} ${field} ${sign}`}>
            <span className="requisite">{field}</span> {whereOf(place)} <code>{sign}</code> →{' '}
            <code>{by}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
