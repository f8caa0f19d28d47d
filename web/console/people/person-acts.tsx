import { Menu } from '@mantine/core';
import { type JSX, useState } from 'react';
import type { User } from '../api.ts';
import { Icon } from '../pieces/icon.tsx';
import { ConfirmDialog, type PersonAct } from './confirm-dialog.tsx';
import type { MadeLink } from './people.tsx';
import { RolesDialog } from './roles-dialog.tsx';
import { usePeopleTexts } from './texts.ts';

/** What an administrator does to one person; all but the roles is asked once more. */
export function PersonActs({
  user,
  onLink,
}: {
  user: User;
  onLink: (link: MadeLink) => void;
}): JSX.Element {
  const t = usePeopleTexts();
  const [asked, setAsked] = useState<PersonAct | 'roles' | null>(null);
  const done = (): void => setAsked(null);
  const isOn = user.disabledAt === null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <button
            type="button"
            className="icon-button"
            aria-label={t('actsOf', { name: user.name })}
          >
            <Icon name="down" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {!user.outside && (
            <>
              <Menu.Item onClick={() => setAsked('roles')}>{t('changeRoles')}</Menu.Item>
              <Menu.Item onClick={() => setAsked('resetPassword')}>{t('resetPassword')}</Menu.Item>
              {user.hasTotp && (
                <Menu.Item onClick={() => setAsked('resetCodes')}>{t('resetCodes')}</Menu.Item>
              )}
            </>
          )}
          <Menu.Item onClick={() => setAsked(isOn ? 'disable' : 'enable')}>
            {t(isOn ? 'disable' : 'enable')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked === 'roles' && <RolesDialog user={user} onDone={done} />}
      {asked !== null && asked !== 'roles' && (
        <ConfirmDialog user={user} act={asked} onDone={done} onLink={onLink} />
      )}
    </>
  );
}
