import { TextInput } from '@mantine/core';
import { type JSX, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useSettings } from '../settings.ts';
import { dayText, readDay, readTime } from './moment-text.ts';
import { useWords } from './words.ts';

/**
 * A moment as two fields, day and time of day, in the console's own language: an input of type datetime-local speaks the
 * browser's.
 */
export function MomentField({
  label,
  value,
  max,
  onChange,
}: {
  label: string;
  /** 'YYYY-MM-DDTHH:MM', time of Kazakhstan. */
  value: string;
  /** The latest moment that is taken, as `value`. */
  max: string;
  /** '' while what stands there is no moment. */
  onChange: (value: string) => void;
}): JSX.Element {
  const t = useWords();
  const { language } = useSettings();
  const labelId = useId();
  const [first, last] = value.split('T');
  const [day, setDay] = useState(value === '' ? '' : dayText(first, language));
  const [time, setTime] = useState(last ?? '');
  const read = { day: readDay(day), time: readTime(time) };
  const moment = momentOf(read.day, read.time);
  const latest = t('momentLate', {
    day: dayText(max.slice(0, 10), language),
    time: max.slice(11),
  });
  const wrongDay =
    read.day === undefined ? t('dayWrong', { like: dayText(max.slice(0, 10), language) }) : '';
  const wrongTime = read.time === undefined ? t('timeWrong') : moment > max ? latest : '';
  const tell = (nextDay: string, nextTime: string): void => {
    const next = momentOf(readDay(nextDay), readTime(nextTime));
    onChange(next > max ? '' : next);
  };
  return (
    <fieldset className="moment-field" aria-labelledby={labelId}>
      <legend id={labelId}>{label}</legend>
      <div className="field-pair">
        <Part
          name="day"
          label={t('day')}
          value={day}
          wrong={wrongDay}
          onChange={(next) => {
            setDay(next);
            tell(next, time);
          }}
          onBlur={() => read.day !== undefined && setDay(dayText(read.day, language))}
        />
        <Part
          name="time"
          label={t('timeOfDay')}
          value={time}
          wrong={wrongTime}
          onChange={(next) => {
            setTime(next);
            tell(day, next);
          }}
          onBlur={() => read.time !== undefined && setTime(read.time)}
        />
      </div>
    </fieldset>
  );
}

const momentOf = (day: string | undefined, time: string | undefined): string =>
  day === undefined || time === undefined ? '' : `${day}T${time}`;

/** One of the two; what is wrong with it shows when it is left, and keeps the form from being sent. */
function Part({
  name,
  label,
  value,
  wrong,
  onChange,
  onBlur,
}: {
  name: string;
  label: string;
  value: string;
  wrong: string;
  onChange: (value: string) => void;
  onBlur: () => void;
}): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const [isLeft, setLeft] = useState(false);
  useValidity(input, wrong);
  return (
    <TextInput
      ref={input}
      name={name}
      label={label}
      required
      autoComplete="off"
      maxLength={32}
      value={value}
      error={isLeft && wrong !== '' ? wrong : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
      onFocus={() => setLeft(false)}
      onBlur={() => {
        setLeft(true);
        onBlur();
      }}
    />
  );
}

/** The browser says our words when somebody sends a form with this in it. */
function useValidity(input: RefObject<HTMLInputElement | null>, wrong: string): void {
  useEffect(() => input.current?.setCustomValidity(wrong), [input, wrong]);
}
