import { Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, type JSX, useState } from 'react';
import { TLP, type Tlp } from '../../../src/domain/case/marking.ts';
import type { FieldClass } from '../../../src/exchange/fields/field-class.ts';
import { api } from '../api.ts';
import { Heading } from '../pieces/heading.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Empty, Loading } from '../pieces/states.tsx';
import { useSettings } from '../settings.ts';
import { LeavingView } from './leaving-view.tsx';
import { usePackageTexts } from './texts.ts';
import { usePackageOptions, usePartners, usePreview } from './use-packages.ts';

/** Chooses what leaves a case, and shows it before anything is made. */
export function NewPackagePage(): JSX.Element {
  const t = usePackageTexts();
  const wish = useSearch({ from: '/packages/new' });
  const options = usePackageOptions();
  const found = options.data?.formats.find(({ format }) => format === wish.format);
  return (
    <main id="content">
      <nav className="trail">
        {wish.case !== undefined && (
          <Link
            className="back"
            to="/cases/$caseId"
            params={{ caseId: String(wish.case) }}
            search={{}}
          >
            <Icon name="back" />
            {t('toCase')}
          </Link>
        )}
      </nav>
      <Heading title={t('newTitle', { format: found?.title ?? '' })} />
      <p className="muted">{t('makeAbout')}</p>
      {options.isPending && <Loading rows={6} />}
      {options.isError && <Problem error={options.error} retry={() => options.refetch()} />}
      {options.isSuccess && (found === undefined || wish.case === undefined) && (
        <Empty title={t('notFormat')} />
      )}
      {found !== undefined && wish.case !== undefined && <Wish caseId={wish.case} format={found} />}
    </main>
  );
}

type Format = NonNullable<ReturnType<typeof usePackageOptions>['data']>['formats'][number];

function Wish({ caseId, format }: { caseId: number; format: Format }): JSX.Element {
  const t = usePackageTexts();
  const { language } = useSettings();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const options = usePackageOptions().data!;
  const partners = (usePartners().data?.items ?? []).filter(
    ({ reads, retiredAt }) => retiredAt === null && reads.includes(format.format),
  );
  const [partner, setPartner] = useState('');
  const [ground, setGround] = useState('');
  const [tlp, setTlp] = useState<Tlp>('amber');
  const [purpose, setPurpose] = useState('');
  const [ask, setAsk] = useState('');
  const [fields, setFields] = useState<readonly FieldClass[]>(format.needs);
  const preview = usePreview(
    partner === ''
      ? undefined
      : { case: caseId, format: format.format, partners: [partner], fields: [...fields] },
  );
  const grounds = options.grounds.filter(({ formats }) => formats.includes(format.format));
  const draft = useMutation({
    mutationFn: () =>
      api().packages.draft({
        case: caseId,
        format: format.format,
        partners: [partner],
        tlp,
        ground,
        purpose: purpose.trim(),
        fields: [...fields],
        language,
        ...(ask.trim() !== '' && { ask: { text: ask.trim() } }),
      }),
    onSuccess: ({ packageId }) => {
      void queries.invalidateQueries({ queryKey: ['packages'] });
      void navigate({ to: '/packages/$packageId', params: { packageId: String(packageId) } });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    draft.mutate();
  };
  const toggle = (field: FieldClass): void =>
    setFields(fields.includes(field) ? fields.filter((one) => one !== field) : [...fields, field]);
  return (
    <>
      <form className="form package-form" onSubmit={submit}>
        {partners.length === 0 && <p className="notice">{t('noPartners')}</p>}
        <NativeSelect
          name="partner"
          label={t('to')}
          required
          value={partner}
          data={[
            { value: '', label: '' },
            ...partners.map(({ code, name, country }) => ({
              value: code,
              label: `${name} (${country})`,
            })),
          ]}
          onChange={(event) => setPartner(event.currentTarget.value)}
        />
        <NativeSelect
          name="ground"
          label={t('ground')}
          required
          value={ground}
          data={[
            { value: '', label: '' },
            ...grounds.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onChange={(event) => setGround(event.currentTarget.value)}
        />
        <NativeSelect
          name="tlp"
          label={t('tlp')}
          {...(preview.data !== undefined && {
            description: t('tlpAbout', { least: `TLP:${preview.data.tlpLeast.toUpperCase()}` }),
          })}
          value={tlp}
          data={TLP.map((one) => ({ value: one, label: `TLP:${one.toUpperCase()}` }))}
          onChange={(event) => setTlp(event.currentTarget.value as Tlp)}
        />
        <Textarea
          name="purpose"
          label={t('purpose')}
          description={t('purposeAbout')}
          required
          minLength={5}
          maxLength={2_000}
          rows={3}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        {format.format === 'bank_request' && (
          <Textarea
            name="ask"
            label={t('askText')}
            maxLength={4_000}
            rows={3}
            value={ask}
            onChange={(event) => setAsk(event.currentTarget.value)}
          />
        )}
        <FieldChoice format={format} chosen={fields} onToggle={toggle} />
        {draft.isError && <Problem error={draft.error} />}
        <div className="form-acts">
          <button
            type="submit"
            className="button primary"
            data-act="draft"
            disabled={draft.isPending}
          >
            {t('draftIt')}
          </button>
        </div>
      </form>
      {preview.isError && <Problem error={preview.error} retry={() => preview.refetch()} />}
      {preview.data !== undefined && <LeavingView leaving={preview.data} />}
    </>
  );
}

/** What may leave, each with why a reader needs it; what the format cannot do without stays marked. */
function FieldChoice({
  format,
  chosen,
  onToggle,
}: {
  format: Format;
  chosen: readonly FieldClass[];
  onToggle: (field: FieldClass) => void;
}): JSX.Element {
  const t = usePackageTexts();
  const options = usePackageOptions().data!;
  const carried = options.fields.filter(({ field }) => format.carries.includes(field));
  return (
    <fieldset className="field-choice">
      <legend>{t('fields')}</legend>
      <p className="muted small">{t('fieldsAbout')}</p>
      <div className="field-choices">
        {carried.map(({ field, title, why, personal }) => {
          const isNeeded = format.needs.includes(field);
          return (
            <Checkbox
              key={field}
              name={field}
              label={
                <>
                  {title} {personal && <span className="tag">{t('personal')}</span>}
                </>
              }
              description={isNeeded ? t('needed') : why}
              checked={isNeeded || chosen.includes(field)}
              disabled={isNeeded}
              onChange={() => onToggle(field)}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
