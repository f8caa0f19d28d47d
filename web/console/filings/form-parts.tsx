import type { JSX, ReactNode } from 'react';
import { fieldsOfParticipant } from '../../../src/exchange/fm1/document.ts';
import { Icon } from '../pieces/icon.tsx';
import { useSettings } from '../settings.ts';
import { labelOf } from './code-rows.ts';
import { valuesAt, withoutRow, withRow } from './document-edit.ts';
import { type FormField, rowsId, useNotice } from './notice-desk.tsx';
import { useFilingTexts } from './texts.ts';
import { ValueField, WIDE } from './value-field.tsx';

/** The whole form, part by part: what is asked for or filled in stands open, the rest is folded. */
export function FormParts(): JSX.Element {
  const t = useFilingTexts();
  const { form, document, problems } = useNotice();
  const { parts } = form;
  return (
    <>
      <section className="form-part" data-part="message">
        <h3>{t('part.message')}</h3>
        <Fields place="message" fields={parts.message} />
      </section>
      <section className="form-part" data-part="participants">
        <h3>{t('part.participants')}</h3>
        {document.participants.map((_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a participant is known by its place alone
          <Participant key={i} n={i + 1} />
        ))}
        <AddRow place="participants" label={t('addParticipant')} />
      </section>
      <section className="form-part" data-part="references">
        <h3>{t('part.references')}</h3>
        {document.references.map((_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a link is known by its place alone
          <Row key={i} place={`references/${i + 1}`} title={t('referenceNo', { n: i + 1 })}>
            <Fields place={`references/${i + 1}`} fields={parts.reference} />
          </Row>
        ))}
        <AddRow place="references" label={t('addReference')} />
      </section>
      <details className="form-part" data-part="reporter">
        <summary>
          <h3>{t('part.reporter')}</h3>
          <Missing
            n={problems.filter(({ place, stops }) => stops && place === 'reporter').length}
          />
        </summary>
        <Fields place="reporter" fields={parts.reporter} />
      </details>
    </>
  );
}

function Participant({ n }: { n: number }): JSX.Element {
  const t = useFilingTexts();
  const { form, document, problems } = useNotice();
  const place = `participants/${n}`;
  const values = valuesAt(document, place);
  const own = new Set(fieldsOfParticipant(values).map(({ id }) => id));
  const fields = form.parts.participant.filter(({ id }) => own.has(id));
  const roles = form.codes.find(({ table }) => table === 'roles')?.rows ?? [];
  const role = values['4.1'] && labelOf(roles, values['4.1']).replace(/^\d+ · /, '');
  const name = values['4.8(1.2)'] ?? ['4.14(1.1)', '4.14(1.2)'].map((id) => values[id]).join(' ');
  const isMissing = problems.filter((one) => one.stops && one.place.startsWith(place)).length;
  return (
    <details className="form-row" open data-participant={n}>
      <summary>
        <b>{t('participantNo', { n })}</b>{' '}
        <span className="muted">{[role, name.trim()].filter(Boolean).join(' · ')}</span>
        <Missing n={isMissing} />
      </summary>
      {values['4.5'] === undefined || values['4.5'] === '' ? (
        <p className="muted small">{t('kindFirst')}</p>
      ) : null}
      <Fields place={place} fields={fields} />
      {values['4.5'] === '1' && (
        <>
          {document.participants[n - 1].founders.map((_, i) => {
            const at = `${place}/founders/${i + 1}`;
            return (
              <Row key={at} place={at} title={t('founderNo', { n: i + 1 })}>
                <Fields place={at} fields={form.parts.founder} />
              </Row>
            );
          })}
          <AddRow place={`${place}/founders`} label={t('addFounder')} />
        </>
      )}
      <RemoveRow place={place} title={t('participantNo', { n })} />
    </details>
  );
}

function Row({
  place,
  title,
  children,
}: {
  place: string;
  title: string;
  children: ReactNode;
}): JSX.Element {
  return (
    <fieldset className="form-row">
      <legend>{title}</legend>
      {children}
      <RemoveRow place={place} title={title} />
    </fieldset>
  );
}

/** How many of a part still stop the notice; said in words. */
function Missing({ n }: { n: number }): JSX.Element | null {
  const t = useFilingTexts();
  return n === 0 ? null : <span className="value-wrong small"> {t('problemsLeft', { n })}</span>;
}

/** Fields that are asked for, filled in or spoken of; the others folded under them. */
function Fields({ place, fields }: { place: string; fields: readonly FormField[] }): JSX.Element {
  const t = useFilingTexts();
  const { base, problems } = useNotice();
  const values = valuesAt(base, place);
  const isNear = ({ id, need }: FormField): boolean =>
    !['may', 'should'].includes(need) ||
    (values[id] ?? '') !== '' ||
    problems.some((one) => one.place === place && one.field === id && one.stops);
  const rest = fields.filter((field) => !isNear(field));
  return (
    <>
      <FieldGrid place={place} fields={fields.filter(isNear)} />
      {rest.length > 0 && (
        <details className="more-fields">
          <summary>{t('moreFields', { n: rest.length })}</summary>
          <FieldGrid place={place} fields={rest} />
        </details>
      )}
    </>
  );
}

function FieldGrid({
  place,
  fields,
}: {
  place: string;
  fields: readonly FormField[];
}): JSX.Element {
  return (
    <div className="value-fields">
      {fields.map((field) => (
        <div key={field.id} className={field.most >= WIDE ? 'is-wide' : ''}>
          <ValueField place={place} field={field} />
        </div>
      ))}
    </div>
  );
}

/** @param place of the rows: 'participants', 'references', 'participants/2/founders' */
function AddRow({ place, label }: { place: string; label: string }): JSX.Element {
  const { document, change, isOpen } = useNotice();
  const kind = place.endsWith('founders') ? 'founders' : (place as 'participants' | 'references');
  const owner = kind === 'founders' ? place.slice(0, -'/founders'.length) : '';
  return (
    <div id={rowsId(place)} tabIndex={-1} className="row-acts">
      {isOpen && (
        <button
          type="button"
          className="button"
          data-add={kind}
          onClick={() => change(withRow(document, kind, owner))}
        >
          {label}
        </button>
      )}
    </div>
  );
}

function RemoveRow({ place, title }: { place: string; title: string }): JSX.Element | null {
  const t = useFilingTexts();
  const { document, change, isOpen } = useNotice();
  const { language } = useSettings();
  if (!isOpen) return null;
  return (
    <div className="row-acts">
      <button
        type="button"
        className="button quiet"
        data-remove={place}
        aria-label={t('removeWhat', { what: title.toLocaleLowerCase(language) })}
        onClick={() => change(withoutRow(document, place))}
      >
        <Icon name="close" size={12} /> {t('remove')}
      </button>
    </div>
  );
}
