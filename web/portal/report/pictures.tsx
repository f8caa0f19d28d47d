import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../pieces/icon.tsx';
import { useSay } from '../say.ts';
import { type PictureFault, type ShrunkPicture, shrinkPicture } from './shrink-picture.ts';
import { T } from './texts.ts';

interface PicturesProps {
  readonly pictures: readonly ShrunkPicture[];
  readonly most: number;
  readonly onChange: (pictures: readonly ShrunkPicture[]) => void;
}

/** Screenshots, made smaller and bare on the device as soon as they are chosen. */
export function Pictures({ pictures, most, onChange }: PicturesProps) {
  const say = useSay();
  const [faults, setFaults] = useState<readonly (readonly [PictureFault, string])[]>([]);
  const take = async (files: readonly File[]) => {
    const taken = [...pictures];
    const wrong: (readonly [PictureFault, string])[] = [];
    for (const file of files.slice(0, most - pictures.length)) {
      const shrunk = await shrinkPicture(file);
      if (typeof shrunk === 'string') wrong.push([shrunk, file.name]);
      else taken.push(shrunk);
    }
    setFaults(wrong);
    onChange(taken);
  };
  return (
    <fieldset class="report-group">
      <legend>{say(T.pictures)}</legend>
      <p class="hint">{say(T.picturesHint)}</p>
      {pictures.length > 0 && (
        <ul class="report-pictures">
          {pictures.map((picture, i) => (
            <li key={picture.blob}>
              <Thumb picture={picture} label={say(T.pictureN, { n: i + 1 })} />
              <button
                type="button"
                class="bare"
                aria-label={say(T.removePicture, { n: i + 1 })}
                onClick={() => onChange(pictures.filter((one) => one !== picture))}
              >
                <Icon name="cross" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {pictures.length < most && (
        <label class="button button-quiet report-file">
          <input
            type="file"
            accept="image/png,image/jpeg,image/webp"
            multiple
            onChange={({ currentTarget }) => {
              void take([...(currentTarget.files ?? [])]);
              currentTarget.value = '';
            }}
          />
          {say(T.addPicture)}
        </label>
      )}
      <div role="alert">
        {faults.map(([fault, name]) => (
          <p key={name} class="field-error">
            {say(T[fault], { name })}
          </p>
        ))}
      </div>
    </fieldset>
  );
}

const THUMB_SIDE = 112;

/** Drawn, not loaded: the page's policy takes pictures from its own server only. */
export function Thumb({
  picture: { canvas },
  label,
}: {
  readonly picture: ShrunkPicture;
  readonly label: string;
}) {
  const shown = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const scale = Math.min(THUMB_SIDE / canvas.width, THUMB_SIDE / canvas.height);
    const [width, height] = [canvas.width * scale, canvas.height * scale];
    shown.current
      ?.getContext('2d')
      ?.drawImage(canvas, (THUMB_SIDE - width) / 2, (THUMB_SIDE - height) / 2, width, height);
  }, [canvas]);
  return (
    <canvas ref={shown} width={THUMB_SIDE} height={THUMB_SIDE} role="img" aria-label={label} />
  );
}
