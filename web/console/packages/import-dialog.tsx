import { NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { PackageImported } from '../../../src/client/packages.ts';
import { api } from '../api.ts';
import { Dialog } from '../pieces/dialog.tsx';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { PACKAGE_TEXTS, usePackageTexts } from './texts.ts';
import { usePartners } from './use-packages.ts';

/** Takes in a file of another house; afterwards it says what came, what was not understood, and what of ours it meets. */
export function ImportDialog({ onDone }: { onDone: () => void }): JSX.Element {
  const t = usePackageTexts();
  const queries = useQueryClient();
  const partners = usePartners().data?.items ?? [];
  const [file, setFile] = useState<File | null>(null);
  const [partner, setPartner] = useState('');
  const taking = useMutation({
    mutationFn: () => api().packages.import(file!, { partner, name: file!.name.slice(0, 200) }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['packages'] }),
  });
  if (taking.data !== undefined) return <Taken taken={taking.data} onDone={onDone} />;
  return (
    <FormDialog
      title={t('takeIn')}
      act={t('takeIn')}
      isReady={file !== null && partner !== ''}
      sending={taking}
      onSend={() => taking.mutate()}
      onDone={onDone}
    >
      <p className="muted">{t('takeInAbout')}</p>
      <NativeSelect
        name="partner"
        label={t('from')}
        required
        data-autofocus
        value={partner}
        data={[
          { value: '', label: '' },
          ...partners.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={(event) => setPartner(event.currentTarget.value)}
      />
      <label className="field">
        <span>{t('file')}</span>
        <input
          type="file"
          name="file"
          required
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </label>
    </FormDialog>
  );
}

function Taken({ taken, onDone }: { taken: PackageImported; onDone: () => void }): JSX.Element {
  const t = usePackageTexts();
  const { again, counts, left, hits } = taken;
  const what = Object.entries(counts)
    .map(([element, count]) => `${wordOf(element, t)}: ${count}`)
    .join(', ');
  return (
    <Dialog opened onClose={onDone} title={t('packageNo', { id: taken.package.packageId })}>
      <p role="status">{again ? t('tookAgain') : t('took', { what })}</p>
      {hits.length > 0 && <p>{t('hits', { n: hits.length })}</p>}
      {left.length > 0 && (
        <details>
          <summary>{t('leftOut')}</summary>
          <ul>
            {left.map(({ why, what: thing, count }) => (
              <li key={`${why} ${thing}`}>
                {why}: {thing} · {count}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="form-acts">
        <a className="button primary" href={`/packages/${taken.package.packageId}`}>
          {t('packageNo', { id: taken.package.packageId })}
        </a>
      </div>
    </Dialog>
  );
}

/** The word of an element; the service's own where there is none. */
export function wordOf(element: string, t: ReturnType<typeof usePackageTexts>): string {
  const key = `element.${element}`;
  return Object.hasOwn(PACKAGE_TEXTS, key) ? t(key as 'element.party') : element;
}
