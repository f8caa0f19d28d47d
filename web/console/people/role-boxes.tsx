import { Checkbox } from '@mantine/core';
import type { JSX } from 'react';
import { ROLES, type Role } from '../../../src/service/access/role.ts';
import { useWords } from '../pieces/words.ts';
import { usePeopleTexts } from './texts.ts';

/** Roles to choose from. An auditor has no other role. */
export function RoleBoxes({
  chosen,
  onToggle,
  isBusy = false,
}: {
  chosen: readonly Role[];
  onToggle: (role: Role, isOn: boolean) => void;
  isBusy?: boolean;
}): JSX.Element {
  const t = usePeopleTexts();
  const words = useWords();
  const isAuditor = chosen.includes('auditor');
  const isShut = (role: Role): boolean =>
    role === 'auditor' ? chosen.some((one) => one !== 'auditor') : isAuditor;
  return (
    <fieldset className="choices boxes">
      <legend>{t('roles')}</legend>
      {ROLES.map((role) => (
        <Checkbox
          key={role}
          label={words(`role.${role}`)}
          checked={chosen.includes(role)}
          disabled={isBusy || isShut(role)}
          onChange={(event) => onToggle(role, event.currentTarget.checked)}
        />
      ))}
      <p className="muted small">{t('auditorAlone')}</p>
    </fieldset>
  );
}
