import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type JSX, type ReactNode, useState } from 'react';
import type { Language } from '../../../src/domain/language.ts';
import { countryName } from '../customers/country-name.ts';
import { useSettings } from '../settings.ts';
import { CodeField, WRAPPER_ORDER } from './code-field.tsx';
import { labelOf } from './code-rows.ts';
import { valuesAt } from './document-edit.ts';
import { readText, shownText } from './form-text.ts';
import { type CodeRow, type FormField, fieldId, useNotice } from './notice-desk.tsx';
import { useFilingTexts } from './texts.ts';

/** A table of so few rows is a plain list. */
const FEW_ROWS = 7;
/** From so many characters on a text is written in lines. */
const LONG = 500;
/** Number and day of the notice come when it is approved. */
const LATER = ['1.1(1)', '1.2'];
/** Values that take the whole width. */
export const WIDE = 300;

/** One requisite at its place: as its type, its table of codes and its standing want it. */
export function ValueField({ place, field }: { place: string; field: FormField }): JSX.Element {
  const t = useFilingTexts();
  const { document, base, problems, isOpen, set } = useNotice();
  const { id, title, need, codes } = field;
  const value = valuesAt(document, place)[id] ?? '';
  const isAsRead = value === (valuesAt(base, place)[id] ?? '');
  const said = isAsRead ? problems.filter((one) => one.place === place && one.field === id) : [];
  // Of a stranger much is only worth telling: the check knows of whom.
  const isWanted =
    said.some(({ stops }) => stops) ||
    (need === 'always' && said.every(({ code }) => code !== 'should'));
  const shared: Shared = {
    id: fieldId(place, id),
    label: <FieldName id={id} title={title} />,
    withAsterisk: isWanted,
    error: said.find(({ stops }) => stops)?.detail,
    description: said.find(({ stops }) => !stops)?.detail,
  };
  const rows = useRowsOf(field);
  const told = (next: string): void => set(place, id, next);
  if (need === 'fixed' || !isOpen)
    return <ReadValue field={field} value={value} rows={rows} {...shared} />;
  const isEither = rows !== null && rows.length < FEW_ROWS && codes !== 'signs';
  if (rows !== null && isEither)
    return (
      <NativeSelect
        {...shared}
        inputWrapperOrder={WRAPPER_ORDER}
        value={value}
        data={[
          { value: '', label: '' },
          ...rows.map(({ code, title: word }) => ({
            value: code,
            label: field.type === 'flag' ? word : labelOf(rows, code),
          })),
          ...(value !== '' && rows.every(({ code }) => code !== value)
            ? [{ value, label: value }]
            : []),
        ]}
        onChange={(event) => told(event.currentTarget.value)}
      />
    );
  if (rows !== null)
    return (
      <CodeField
        {...shared}
        description={shared.description ?? (rows.length === 0 ? t('noSigns') : undefined)}
        value={value}
        rows={rows}
        maxLength={field.most}
        isOpen
        onChange={told}
      />
    );
  return <TextValue field={field} value={value} onChange={told} {...shared} />;
}

interface Shared {
  readonly id: string;
  readonly label: ReactNode;
  readonly withAsterisk: boolean;
  readonly error: string | undefined;
  readonly description: string | undefined;
}

/** A requisite by its number and its name. */
function FieldName({ id, title }: { id: string; title: string }): JSX.Element {
  return (
    <>
      <span className="requisite">{id}</span> {title}
    </>
  );
}

/** What a value is chosen from; null: it is written. */
function useRowsOf({ codes, type }: FormField): readonly CodeRow[] | null {
  const { form, signs } = useNotice();
  const { language } = useSettings();
  const t = useFilingTexts();
  if (type === 'flag')
    return [
      { code: 'True', title: t('yes') },
      { code: 'False', title: t('no') },
    ];
  if (type === 'country') return countriesIn(language);
  if (codes === null) return null;
  if (codes === 'signs')
    return (signs?.rows ?? []).map(({ code, text }) => ({ code, title: text }));
  return form.codes.find(({ table }) => table === codes)?.rows ?? null;
}

const known = new Map<Language, CodeRow[]>();
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Countries by ISO 3166-1, as far as the browser names them; all of them in Russian where Kazakh has no names. */
function countriesIn(language: Language): readonly CodeRow[] {
  const made = known.get(language);
  if (made !== undefined) return made;
  const rows = LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).flatMap((code) => {
    const named = countryName(code, language);
    const title = named === code ? countryName(code, 'ru') : named;
    return title === code ? [] : [{ code, title }];
  });
  known.set(language, rows);
  return rows;
}

/** Text, number, day or sum: shown as people read it, kept as the form wants it. */
function TextValue({
  field: { type, most },
  value,
  onChange,
  ...shared
}: Shared & {
  field: FormField;
  value: string;
  onChange: (value: string) => void;
}): JSX.Element {
  const t = useFilingTexts();
  const { language } = useSettings();
  const [text, setText] = useState(() => shownText(type, value, language));
  const [isHere, setHere] = useState(false);
  if (readText(type, text, language) !== value) setText(shownText(type, value, language));
  const write = (next: string): void => {
    setText(next);
    onChange(readText(type, next, language));
  };
  const common = {
    ...shared,
    inputWrapperOrder: WRAPPER_ORDER,
    autoComplete: 'off',
    value: text,
    onFocus: () => setHere(true),
    onBlur: () => {
      setHere(false);
      setText(shownText(type, value, language));
    },
  };
  if (most >= LONG)
    return (
      <Textarea
        {...common}
        rows={4}
        maxLength={most}
        description={
          shared.description ?? (isHere ? t('charsLeft', { n: most - text.length }) : undefined)
        }
        onChange={(event) => write(event.currentTarget.value)}
      />
    );
  const isPlain = type === 'text';
  return (
    <TextInput
      {...common}
      maxLength={isPlain ? most : 40}
      inputMode={isPlain || type === 'moment' || type === 'date' ? 'text' : 'decimal'}
      description={shared.description ?? likeOf(type, language, t)}
      onChange={(event) => write(event.currentTarget.value)}
    />
  );
}

function likeOf(
  type: string,
  language: Language,
  t: ReturnType<typeof useFilingTexts>,
): string | undefined {
  const like = { date: '2026-11-26', moment: '2026-11-26T14:05:00' }[type];
  return like && t('likeDay', { like: shownText(type, like, language) });
}

/** A value that is read and not written: Qorgan sets it, or the notice is no draft any more. */
function ReadValue({
  field: { id: requisite, type, most, need },
  value,
  rows,
  id,
  label,
  error,
  description,
}: Shared & {
  field: FormField;
  value: string;
  rows: readonly CodeRow[] | null;
}): JSX.Element {
  const t = useFilingTexts();
  const { language } = useSettings();
  const isFixed = need === 'fixed';
  const word = type === 'flag' ? rows?.find(({ code }) => code === value)?.title : undefined;
  const shown = word ?? (rows === null ? shownText(type, value, language) : labelOf(rows, value));
  return (
    <div className="value-shown" id={id} tabIndex={-1}>
      <span className="value-name">{label}</span>
      <span className={most >= LONG ? 'lines' : ''}>
        {value === '' ? (
          <span className="muted">{t(LATER.includes(requisite) ? 'fixedLater' : 'empty')}</span>
        ) : (
          shown
        )}
      </span>
      {isFixed && <span className="muted small">{t('fixed')}</span>}
      {error !== undefined && <span className="value-wrong small">{error}</span>}
      {description !== undefined && <span className="muted small">{description}</span>}
    </div>
  );
}
