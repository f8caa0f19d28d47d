import { useQuery } from '@tanstack/react-query';
import { type JSX, useEffect } from 'react';
import { api } from '../api.ts';
import { useMe } from '../session/me.ts';
import { usePeopleTexts } from './texts.ts';

/** Whose person, or program, it is; one's own institution unless one sees others. */
export function InstitutionField({
  value,
  onChange,
}: {
  value: string;
  onChange: (code: string) => void;
}): JSX.Element {
  const t = usePeopleTexts();
  const me = useMe();
  const { data } = useQuery({
    queryKey: ['institutions'],
    queryFn: () => api().institutions.list(),
  });
  useEffect(() => {
    if (value === '') onChange(me.institution.code);
  }, [value, onChange, me.institution.code]);
  const items = data?.items ?? [me.institution];
  return (
    <label className="field">
      <span>{t('institution')}</span>
      <select name="institution" value={value} onChange={(event) => onChange(event.target.value)}>
        {items.map(({ code, name }) => (
          <option key={code} value={code}>
            {name} ({code})
          </option>
        ))}
      </select>
    </label>
  );
}
