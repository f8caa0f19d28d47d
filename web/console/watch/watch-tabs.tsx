import { Link } from '@tanstack/react-router';
import { type JSX, useEffect, useRef } from 'react';
import { hasRole, useMe } from '../session/me.ts';
import { useWatchWords } from './texts.ts';
import { POST_READERS, WATCH_ROLES } from './watch-roles.ts';

const TABS = [
  { name: 'queue', to: '/watch', roles: POST_READERS },
  { name: 'campaigns', to: '/watch/campaigns', roles: POST_READERS },
  { name: 'sources', to: '/watch/sources', roles: WATCH_ROLES },
  { name: 'takedowns', to: '/watch/takedowns', roles: POST_READERS },
] as const;

export type WatchTab = (typeof TABS)[number]['name'];

/** The pages of Watch that this person may see. */
export function WatchTabs({ here }: { here: WatchTab }): JSX.Element | null {
  const t = useWatchWords();
  const me = useMe();
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const tab = strip.current?.querySelector('[aria-current]');
    tab?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, []);
  const tabs = TABS.filter(({ roles }) => hasRole(me, roles));
  if (tabs.length < 2) return null;
  return (
    <nav ref={strip} className="subtabs" aria-label={t('watch')}>
      {tabs.map(({ name, to }) => (
        <Link
          key={name}
          to={to}
          search={{}}
          activeProps={{}}
          activeOptions={{ exact: true, includeSearch: false }}
          aria-current={name === here ? 'page' : undefined}
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}
