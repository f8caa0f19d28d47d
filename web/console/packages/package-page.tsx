import { Link, useParams } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import type { PackageDetail } from '../../../src/client/packages.ts';
import { api } from '../api.ts';
import { CaseLink, TlpMark } from '../cases/case-marks.tsx';
import { ExchangeState } from '../cases/exchange-state.tsx';
import { saveFile } from '../cases/save-file.ts';
import { useFormat } from '../format.ts';
import { Announcements } from '../pieces/announce.tsx';
import { Figure, Figures } from '../pieces/figures.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Rows } from '../pieces/rows.tsx';
import { Loading } from '../pieces/states.tsx';
import { wordOf } from './import-dialog.tsx';
import { LeavingView } from './leaving-view.tsx';
import { PackageActs } from './package-acts.tsx';
import { PACKAGE_TEXTS, usePackageTexts } from './texts.ts';
import { useImported, usePackage } from './use-packages.ts';

const KILOBYTE = 1_024;

export function PackagePage(): JSX.Element {
  const { packageId } = useParams({ from: '/packages/$packageId' });
  return <PackageOf key={packageId} packageId={Number(packageId)} />;
}

/** One package: what leaves, to whom, by what right, who agreed; or what came, from whom, and what of ours it meets. */
function PackageOf({ packageId }: { packageId: number }): JSX.Element {
  const t = usePackageTexts();
  const found = usePackage(packageId);
  const { data } = found;
  return (
    <main id="content">
      <nav className="trail">
        <Link className="back" to="/packages" search={{}}>
          <Icon name="back" />
          {t('toPackages')}
        </Link>
        {data?.case != null && <CaseLink one={data.case} />}
      </nav>
      <Heading title={t('packageNo', { id: packageId })} />
      {found.isPending && <Loading rows={8} />}
      {found.isError && <Problem error={found.error} retry={() => found.refetch()} />}
      {data !== undefined && (
        <>
          <PackageFigures one={data} />
          <PackageActs one={data} />
          <FilePart one={data} />
          <Said one={data} />
          {data.leaving !== null && <LeavingView leaving={data.leaving} />}
          {data.direction === 'in' && <Brought packageId={packageId} />}
          <History one={data} />
        </>
      )}
      <Announcements />
    </main>
  );
}

function PackageFigures({ one }: { one: PackageDetail }): JSX.Element {
  const t = usePackageTexts();
  const format = useFormat();
  const { sent } = one;
  return (
    <Figures>
      <Figure label={t('state')} note={t(`direction.${one.direction}`)}>
        <ExchangeState state={one.state} />
      </Figure>
      <Figure label={t('format')}>{t(`format.${one.format}`)}</Figure>
      <Figure label={t('tlp')}>
        <TlpMark tlp={one.tlp} />
      </Figure>
      <Figure label={t(one.direction === 'out' ? 'to' : 'from')}>
        {one.partners.map(({ name, country }) => `${name} (${country})`).join(', ')}
      </Figure>
      <Figure label={t('madeBy')} note={format.moment(one.madeAt)}>
        {one.madeBy.name}
      </Figure>
      {one.direction === 'out' && (
        <Figure
          label={t('approvedBy')}
          note={one.approvedAt === null ? undefined : format.moment(one.approvedAt)}
        >
          {one.approvedBy?.name ?? <span className="muted">{t('nobodyYet')}</span>}
        </Figure>
      )}
      {one.sentAt !== null && (
        <Figure label={t('sentAt')} note={sent === null ? undefined : `${sent.how}, ${sent.to}`}>
          {format.moment(one.sentAt)}
        </Figure>
      )}
      {one.dueAt !== null && (
        <Figure label={t('answerBy')}>
          <span className={one.overdue ? 'due' : ''}>{format.moment(one.dueAt)}</span>
        </Figure>
      )}
      {one.caseVersion !== null && <Figure label={t('ofCase')}>{one.caseVersion}</Figure>}
    </Figures>
  );
}

function FilePart({ one }: { one: PackageDetail }): JSX.Element | null {
  const t = usePackageTexts();
  const format = useFormat();
  const [failure, setFailure] = useState<unknown>(null);
  const { file, packageId, unsaid } = one;
  if (file === null) return null;
  const download = (): void => {
    setFailure(null);
    api()
      .packages.file(packageId)
      .then((blob) => saveFile(file.name, blob))
      .catch(setFailure);
  };
  return (
    <section data-file>
      <h2>{t('file')}</h2>
      <p className="act-buttons">
        <button type="button" className="button primary" data-act="download" onClick={download}>
          {t('download')}
        </button>
        <span className="muted small">
          {file.name} · {t('fileSize', { n: format.number(Math.ceil(file.bytes / KILOBYTE)) })} ·{' '}
          {t('downloadAbout')}
        </span>
      </p>
      <p className="small hash">
        SHA-256 <code>{file.sha256}</code>
      </p>
      {failure !== null && <Problem error={failure} />}
      {unsaid.length > 0 && (
        <details>
          <summary>{t('unsaid')}</summary>
          <ul lang="en">
            {unsaid.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Why it is sent, on which ground, and what is asked. */
function Said({ one }: { one: PackageDetail }): JSX.Element {
  const t = usePackageTexts();
  const { purpose, groundOf, ask, known } = one;
  return (
    <section>
      {purpose !== null && (
        <>
          <h2>{t('purpose')}</h2>
          <p>{purpose}</p>
        </>
      )}
      {ask?.text != null && (
        <>
          <h3>{t('askText')}</h3>
          <p>{ask.text}</p>
        </>
      )}
      {groundOf !== null && (
        <>
          <h3>{t('ground')}</h3>
          <p>{groundOf.title}</p>
          <p className="source-note small">
            {groundOf.text}
            <br />
            <span className="muted">
              {groundOf.act}, {groundOf.article} · {groundOf.source}
            </span>
          </p>
        </>
      )}
      {known !== null && (
        <>
          <h3>{t('known')}</h3>
          <ul>
            {known.map(({ account }) => (
              <li key={account}>{account}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Brought({ packageId }: { packageId: number }): JSX.Element {
  const t = usePackageTexts();
  const imported = useImported(packageId, true);
  if (imported.isPending) return <Loading rows={4} />;
  if (imported.isError) return <Problem error={imported.error} retry={() => imported.refetch()} />;
  const { items, hits } = imported.data;
  return (
    <section data-imported>
      <h2>{t('met')}</h2>
      {hits.length === 0 && <p className="muted">{t('metNone')}</p>}
      <ul className="plain">
        {hits.map((hit) => (
          <li key={`${hit.importedId} ${hit.kind} ${hit.accountNo} ${hit.customerId}`}>
            {hit.accountNo === null ? (
              hit.shown
            ) : (
              <Link to="/accounts/$ref" params={{ ref: String(hit.accountNo) }}>
                {hit.shown}
              </Link>
            )}{' '}
            <span className="muted">{hit.kind}</span> <TlpMark tlp={hit.tlp} />
          </li>
        ))}
      </ul>
      <Rows
        caption={t('imported')}
        items={items}
        keyOf={({ importedId }) => importedId}
        columns={[
          { id: 'element', title: t('imported'), cell: ({ element }) => wordOf(element, t) },
          { id: 'shown', title: t('value'), cell: ({ shown }) => shown },
          { id: 'tlp', title: 'TLP', cell: ({ tlp }) => <TlpMark tlp={tlp} /> },
        ]}
      />
    </section>
  );
}

function History({ one: { events } }: { one: PackageDetail }): JSX.Element {
  const t = usePackageTexts();
  const format = useFormat();
  return (
    <section>
      <h2>{t('history')}</h2>
      <ol className="plain">
        {events.map(({ at, by, act, state, note }) => (
          <li key={`${at} ${act}`}>
            <span className="number">{format.moment(at)}</span> {by?.name ?? 'Qorgan'} ·{' '}
            {Object.hasOwn(PACKAGE_TEXTS, `act.${act}`) && `${t(`act.${act}` as 'act.send')} · `}
            <ExchangeState state={state} /> <span className="muted">{note}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
