import { MultiSelect, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { Partner } from '../../../src/client/packages.ts';
import {
  PACKAGE_FORMATS,
  type PackageFormat,
} from '../../../src/exchange/package/package-format.ts';
import type { Role } from '../../../src/service/access/role.ts';
import { api } from '../api.ts';
import { CaseTabs } from '../cases/case-tabs.tsx';
import { countryName } from '../customers/country-name.ts';
import { Announcements } from '../pieces/announce.tsx';
import { CopyLine } from '../pieces/copy-line.tsx';
import { Dialog } from '../pieces/dialog.tsx';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Problem } from '../pieces/problem.tsx';
import { ReasonDialog } from '../pieces/reason-dialog.tsx';
import { Rows } from '../pieces/rows.tsx';
import { Empty, Loading } from '../pieces/states.tsx';
import { hasRole, useMe } from '../session/me.ts';
import { useSettings } from '../settings.ts';
import { usePackageTexts } from './texts.ts';
import { usePartners } from './use-packages.ts';

const KEEPERS: readonly Role[] = ['liaison', 'admin'];
const KINDS = ['bank', 'fiu', 'police', 'interpol', 'csto'] as const;

/** Houses that packages are exchanged with. */
export function PartnersPage(): JSX.Element {
  const t = usePackageTexts();
  const me = useMe();
  const { language } = useSettings();
  const partners = usePartners();
  const [asked, setAsked] = useState<'add' | Partner | null>(null);
  const mayKeep = hasRole(me, KEEPERS);
  const items = partners.data?.items ?? [];
  return (
    <main id="content">
      <CaseTabs here="packages" />
      <Heading title={t('partners')}>
        {mayKeep && (
          <button
            type="button"
            className="button primary"
            data-act="add-partner"
            onClick={() => setAsked('add')}
          >
            {t('addPartner')}
          </button>
        )}
      </Heading>
      <p className="muted">{t('partnersAbout')}</p>
      {partners.isPending && <Loading rows={5} />}
      {partners.isError && <Problem error={partners.error} retry={() => partners.refetch()} />}
      {partners.isSuccess && items.length === 0 && <Empty title={t('partnersNone')} />}
      {items.length > 0 && (
        <Rows
          caption={t('partners')}
          items={items}
          keyOf={({ partnerId }) => partnerId}
          columns={[
            {
              id: 'name',
              title: t('name'),
              cell: ({ name, code }) => (
                <>
                  {name} <code>{code}</code>
                </>
              ),
            },
            { id: 'kind', title: t('kind'), cell: ({ kind }) => t(`kind.${kind}`) },
            {
              id: 'country',
              title: t('country'),
              cell: ({ country }) => countryName(country, language),
            },
            {
              id: 'reads',
              title: t('reads'),
              cell: ({ reads }) => reads.map((one) => t(`format.${one}`)).join(', '),
            },
            {
              id: 'key',
              title: t('key'),
              cell: (one) => (
                <>
                  {one.key === null ? (
                    <span className="muted">{t('keyNone')}</span>
                  ) : (
                    <code>{one.key.print}</code>
                  )}{' '}
                  {mayKeep && (
                    <button
                      type="button"
                      className="button"
                      data-act="make-key"
                      onClick={() => setAsked(one)}
                    >
                      {t('makeKey')}
                    </button>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
      {asked === 'add' && <AddDialog onDone={() => setAsked(null)} />}
      {asked !== null && asked !== 'add' && (
        <KeyDialog partner={asked} onDone={() => setAsked(null)} />
      )}
      <Announcements />
    </main>
  );
}

function AddDialog({ onDone }: { onDone: () => void }): JSX.Element {
  const t = usePackageTexts();
  const queries = useQueryClient();
  const [form, setForm] = useState({
    code: '',
    name: '',
    country: '',
    kind: 'bank' as Partner['kind'],
    reads: [] as PackageFormat[],
    contact: '',
  });
  const set = (part: Partial<typeof form>): void => setForm((known) => ({ ...known, ...part }));
  const adding = useMutation({
    mutationFn: () => api().partners.add({ ...form, contact: form.contact.trim() }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['partners'] });
      onDone();
    },
  });
  return (
    <FormDialog
      title={t('addPartner')}
      act={t('addPartner')}
      isReady={form.reads.length > 0}
      sending={adding}
      onSend={() => adding.mutate()}
      onDone={onDone}
    >
      <TextInput
        name="name"
        label={t('name')}
        required
        minLength={2}
        maxLength={200}
        data-autofocus
        value={form.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        name="code"
        label={t('code')}
        required
        pattern="[a-z][a-z0-9_\-]{0,31}"
        placeholder="volga"
        value={form.code}
        onChange={(event) => set({ code: event.currentTarget.value })}
      />
      <TextInput
        name="country"
        label={t('country')}
        required
        pattern="[A-Z]{2}"
        placeholder="KZ"
        maxLength={2}
        value={form.country}
        onChange={(event) => set({ country: event.currentTarget.value.toUpperCase() })}
      />
      <NativeSelect
        name="kind"
        label={t('kind')}
        value={form.kind}
        data={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        onChange={(event) => set({ kind: event.currentTarget.value as Partner['kind'] })}
      />
      <MultiSelect
        name="reads"
        label={t('reads')}
        required
        data={PACKAGE_FORMATS.map((one) => ({ value: one, label: t(`format.${one}`) }))}
        value={form.reads}
        onChange={(reads) => set({ reads: reads as PackageFormat[] })}
      />
      <Textarea
        name="contact"
        label={t('contact')}
        maxLength={2_000}
        rows={2}
        value={form.contact}
        onChange={(event) => set({ contact: event.currentTarget.value })}
      />
    </FormDialog>
  );
}

/** A key of matching is shown once: whoever lost it makes another. */
function KeyDialog({ partner, onDone }: { partner: Partner; onDone: () => void }): JSX.Element {
  const t = usePackageTexts();
  const queries = useQueryClient();
  const making = useMutation({
    mutationFn: (reason: string) =>
      api().partners.key(partner.partnerId, partner.version, { reason }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['partners'] }),
  });
  const { data } = making;
  if (data?.key != null)
    return (
      <Dialog opened onClose={onDone} title={t('key')}>
        <p>{t('keyOnce')}</p>
        <CopyLine text={data.key} label={t('key')} />
      </Dialog>
    );
  return (
    <ReasonDialog
      title={`${t('makeKey')}: ${partner.name}`}
      act={t('makeKey')}
      about={t('keyOnce')}
      sending={making}
      onSend={(reason) => making.mutate(reason)}
      onDone={onDone}
    />
  );
}
