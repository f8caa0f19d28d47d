import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { useMutation } from '@tanstack/react-query';
import type { JSX } from 'react';
import { api, type Capture, type PostDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { announce } from '../pieces/announce.tsx';
import { CopyLine } from '../pieces/copy-line.tsx';
import { MoreButton } from '../pieces/more-button.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { hasRole, useMe } from '../session/me.ts';
import { PagePicture } from './page-picture.tsx';
import { usePostTexts } from './texts.ts';
import { useCaptures, useSeal } from './use-posts.ts';
import { POST_REVIEWERS } from './watch-roles.ts';

/** Sealed copies of a post, each with its sum and its package, and a new one when somebody wants it. */
export function CapturesOfPost({ post }: { post: PostDetail }): JSX.Element {
  const t = usePostTexts();
  const me = useMe();
  const captures = useCaptures(post.postId);
  const seal = useSeal(post.postId);
  const items = captures.data?.pages.flatMap((page) => page.items) ?? [];
  const pictured = items.find(({ hasScreenshot }) => hasScreenshot);
  const sealNow = (): void =>
    seal.mutate(undefined, {
      onSuccess: ({ result }) => announce(t('sealed', { result: t(`result.${result}`) })),
    });
  return (
    <section>
      <div className="section-head">
        <h3>{t('captures')}</h3>
        {post.url !== null && hasRole(me, POST_REVIEWERS) && (
          <button
            type="button"
            className="button"
            data-act="seal"
            disabled={seal.isPending}
            onClick={sealNow}
          >
            {t('seal')}
          </button>
        )}
      </div>
      {seal.isError && <Problem error={seal.error} />}
      {captures.isPending && <Loading rows={1} />}
      {captures.isError && <Problem error={captures.error} retry={() => captures.refetch()} />}
      {captures.isSuccess && items.length === 0 && <p className="muted">{t('capturesNone')}</p>}
      {items.length > 0 && (
        <ul className="captures">
          {items.map((capture) => (
            <CaptureItem key={capture.captureId} capture={capture} />
          ))}
        </ul>
      )}
      <MoreButton query={captures} />
      {pictured !== undefined && <PagePicture key={pictured.captureId} capture={pictured} />}
      {post.hasMedia && captures.isSuccess && pictured === undefined && (
        <p className="muted small">{t('pictureNone')}</p>
      )}
    </section>
  );
}

const KILOBYTE = 1_024;
/** A browser may begin to save a file a while after it was told to. */
const FORGOTTEN_MS = 60_000;

/** One copy: when and why, its sum, and how anybody checks it without us. */
export function CaptureItem({ capture }: { capture: Capture }): JSX.Element {
  const t = usePostTexts();
  const format = useFormat();
  const { at, cause, status, bytes, timestamped } = capture;
  return (
    <li data-capture={capture.captureId}>
      <p className="capture-head">
        <span className="number">{format.moment(at)}</span>
        <span>{t(`cause.${cause}`)}</span>
        <span className="muted">
          {[
            status !== null && `HTTP ${status}`,
            t('packageSize', { size: format.number(Math.ceil(bytes / KILOBYTE)) }),
            t(timestamped ? 'timestamped' : 'untimestamped'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <PackageLine capture={capture} />
    </li>
  );
}

/** The package to take along, with its sum, which is compared when it has come. */
function PackageLine({ capture }: { capture: Capture }): JSX.Element {
  const t = usePostTexts();
  const name = `capture-${capture.captureId}.zip`;
  const load = useMutation({ mutationFn: () => download(capture, name) });
  return (
    <>
      <div className="copy-line">
        <span className="muted small">SHA-256</span>
        <code className="small">{capture.sha256}</code>
        <button
          type="button"
          className="button"
          data-act="package"
          disabled={load.isPending}
          onClick={() => load.mutate()}
        >
          {t('package')}
        </button>
      </div>
      <p className="small" role="status">
        {load.data !== undefined && (
          <span className={load.data ? 'muted' : 'due'}>
            {t(load.data ? 'packageRight' : 'packageWrong')}
          </span>
        )}
      </p>
      {load.isError && <Problem error={load.error} />}
      <details>
        <summary>{t('verify')}</summary>
        <p className="muted small">{t('verifyAbout')}</p>
        <CopyLine label={t('command')} text={`npx qorgan evidence verify ${name}`} />
      </details>
    </>
  );
}

/** Saves a package as a file. @returns whether its sum is the one that is kept */
async function download({ captureId, sha256: kept }: Capture, name: string): Promise<boolean> {
  const packed = await api().captures.package(captureId);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(packed);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), FORGOTTEN_MS);
  return bytesToHex(sha256(new Uint8Array(await packed.arrayBuffer()))) === kept;
}
