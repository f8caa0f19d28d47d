import { TextInput } from '@mantine/core';
import { type JSX, useEffect, useState } from 'react';
import { dayText, readDay } from '../pieces/moment-text.ts';
import { useSettings } from '../settings.ts';
import { useLawPageTexts } from './texts.ts';

/** A day in the console's own language: an input of type date speaks the browser's. Tells a day when the field is left. */
export function DayField({
  name,
  label,
  value,
  onChange,
}: {
  name: string;
  label: string;
  /** 'YYYY-MM-DD' */
  value: string;
  onChange: (value: string) => void;
}): JSX.Element {
  const t = useLawPageTexts();
  const { language } = useSettings();
  const [text, setText] = useState(dayText(value, language));
  useEffect(() => setText(dayText(value, language)), [value, language]);
  const read = readDay(text);
  const tell = (): void => {
    if (read !== undefined && read !== value) onChange(read);
  };
  return (
    <TextInput
      name={name}
      label={label}
      value={text}
      size="sm"
      inputMode="numeric"
      error={read === undefined ? t('dayWrong', { like: dayText(value, language) }) : undefined}
      onChange={(event) => setText(event.target.value)}
      onBlur={tell}
      onKeyDown={(event) => event.key === 'Enter' && tell()}
    />
  );
}
