import { type DragEvent, type JSX, useRef, useState } from 'react';
import { chosen, type Dropped, dropped } from './dropped-files.ts';
import { useQueueTexts } from './texts.ts';

/** A place for files: dropped, or chosen by a button, which is what a keyboard has. */
export function DropZone({
  label,
  about,
  withFolders = false,
  onFiles,
}: {
  label: string;
  about?: string;
  withFolders?: boolean;
  onFiles: (files: Dropped) => void;
}): JSX.Element {
  const t = useQueueTexts();
  const [isOver, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void dropped(event.dataTransfer).then(onFiles);
  };
  const take = (input: HTMLInputElement): void => {
    onFiles(chosen([...(input.files ?? [])]));
    input.value = '';
  };
  return (
    <div
      className={`drop-zone${isOver ? ' is-over' : ''}`}
      role="group"
      aria-label={label}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{label}</p>
      {about !== undefined && <p className="muted small">{about}</p>}
      <div className="act-buttons">
        <button type="button" className="button" onClick={() => files.current?.click()}>
          {t('chooseFiles')}
        </button>
        {withFolders && (
          <button type="button" className="button" onClick={() => folder.current?.click()}>
            {t('chooseFolder')}
          </button>
        )}
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        data-files
        onChange={(event) => take(event.currentTarget)}
      />
      {withFolders && (
        <input
          ref={(input) => {
            input?.setAttribute('webkitdirectory', '');
            folder.current = input;
          }}
          type="file"
          multiple
          hidden
          onChange={(event) => take(event.currentTarget)}
        />
      )}
    </div>
  );
}
