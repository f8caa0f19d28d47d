import { useMutation } from '@tanstack/react-query';
import { type JSX, useEffect, useRef, useState } from 'react';
import { api, type Capture, QorganProblem } from '../api.ts';
import { CheckField } from '../pieces/check-field.tsx';
import { Problem } from '../pieces/problem.tsx';
import { changeSettings, useSettings } from '../settings.ts';
import { usePostTexts } from './texts.ts';

const PICTURE = 'screenshot.png';

/** The picture of a page as it was sealed. */
export function PagePicture({ capture }: { capture: Capture }): JSX.Element {
  const t = usePostTexts();
  return <AskedPicture about={t('pictureAbout')} load={() => pictureOf(capture.captureId)} />;
}

/**
 * A picture that strangers made. It is asked for, never shown by itself, and comes blurred and without colour unless its reader
 * has chosen otherwise.
 */
export function AskedPicture({
  about,
  load,
}: {
  about: string;
  load: () => Promise<ImageBitmap>;
}): JSX.Element {
  const t = usePostTexts();
  const { softPictures } = useSettings();
  const [isSharp, setSharp] = useState(!softPictures);
  const [isColour, setColour] = useState(!softPictures);
  const picture = useMutation({ mutationFn: load });
  const { data } = picture;
  return (
    <div className="page-picture">
      {data === undefined ? (
        <>
          <p className="muted small">{about}</p>
          <button
            type="button"
            className="button"
            data-act="picture"
            disabled={picture.isPending}
            onClick={() => picture.mutate()}
          >
            {t('pictureShow')}
          </button>
        </>
      ) : (
        <>
          <Drawn picture={data} isSoft={!isSharp} isGrey={!isColour} />
          <div className="filters">
            <CheckField
              name="sharp"
              label={t('pictureSharp')}
              checked={isSharp}
              onChange={setSharp}
            />
            <CheckField
              name="colour"
              label={t('pictureColour')}
              checked={isColour}
              onChange={setColour}
            />
            <CheckField
              name="always"
              label={t('pictureAlways')}
              checked={softPictures}
              onChange={(isOn) => changeSettings({ softPictures: isOn })}
            />
          </div>
        </>
      )}
      {picture.error instanceof QorganProblem && <Problem error={picture.error} />}
      {picture.isError && !(picture.error instanceof QorganProblem) && (
        <p className="due">{t('pictureBroken')}</p>
      )}
    </div>
  );
}

/** Drawn and not linked to: the policy of the page takes pictures from its own host alone. */
function Drawn({
  picture,
  isSoft,
  isGrey,
}: {
  picture: ImageBitmap;
  isSoft: boolean;
  isGrey: boolean;
}): JSX.Element {
  const t = usePostTexts();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(picture, 0, 0);
  }, [picture]);
  return (
    <div className="picture-box">
      <canvas
        ref={canvas}
        className={[isSoft && 'is-soft', isGrey && 'is-grey'].filter(Boolean).join(' ')}
        width={picture.width}
        height={picture.height}
        role="img"
        aria-label={t('picture')}
      />
    </div>
  );
}

/** The picture inside a package. Fails where the package holds none that can be read. */
async function pictureOf(captureId: number): Promise<ImageBitmap> {
  const [packed, { openArchive }] = await Promise.all([
    api().captures.package(captureId),
    import('../../../src/watch/evidence/archive.ts'),
  ]);
  const archive = openArchive(new Uint8Array(await packed.arrayBuffer()));
  const bytes = archive.ok ? archive.value.files.get(PICTURE) : undefined;
  if (bytes === undefined) throw new Error(PICTURE);
  return createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
}
