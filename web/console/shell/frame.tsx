import { Menu } from '@mantine/core';
import { useIsFetching, useMutation } from '@tanstack/react-query';
import { Link, Outlet, useMatches } from '@tanstack/react-router';
import {
  type JSX,
  lazy,
  type RefObject,
  Suspense,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { api } from '../api.ts';
import { Icon, Mark } from '../pieces/icon.tsx';
import { useWords } from '../pieces/words.ts';
import { hasRole, useMe } from '../session/me.ts';
import { useSessionTexts } from '../session/texts.ts';
import { changeSettings, useSettings } from '../settings.ts';
import { Looks } from './looks.tsx';
import { NAME_SEERS, SECTIONS } from './sections.ts';
import { useShellTexts } from './texts.ts';

const FindAccount = lazy(async () => ({
  default: (await import('../networks/find-account.tsx')).FindAccount,
}));

/** The bar above every page: where one can go, and who one is. */
export function Frame(): JSX.Element {
  const t = useShellTexts();
  const me = useMe();
  const bar = useRef<HTMLElement>(null);
  useBarHeight(bar);
  const isBusy = useIsFetching() > 0;
  const here = useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '' });
  useEffect(() => {
    const tab = document.querySelector(`.tabs [href="/${here.split('/')[1]}"]`);
    tab?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [here]);
  const sections = SECTIONS.filter(({ roles }) => hasRole(me, roles));
  return (
    <>
      <header ref={bar} className="frame" data-busy={isBusy}>
        <button type="button" className="skip" onClick={toContent}>
          {t('skip')}
        </button>
        <Link className="brand" to="/">
          <Mark />
          Qorgan
        </Link>
        <nav className="tabs" aria-label={t('sections')}>
          {sections.map(({ name, to, within }) => (
            <Link
              key={to}
              to={to}
              activeProps={{}}
              aria-current={within.some((path) => here.startsWith(path)) ? 'page' : undefined}
            >
              {t(name)}
            </Link>
          ))}
        </nav>
        {hasRole(me, NAME_SEERS) && <Finder />}
        <Looks />
        <MyMenu />
      </header>
      <Outlet />
      <footer className="foot">
        <p>{t('decides')}</p>
      </footer>
    </>
  );
}

/** What sticks below the bar has to know its height; on a telephone the bar takes two lines. */
function useBarHeight(bar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (bar.current === null) return;
    const watch = new ResizeObserver(([entry]) => {
      const [{ blockSize }] = entry.borderBoxSize;
      document.documentElement.style.setProperty('--frame-height', `${blockSize}px`);
    });
    watch.observe(bar.current);
    return () => watch.disconnect();
  }, [bar]);
}

function toContent(): void {
  document.querySelector<HTMLElement>('h1')?.focus();
}

/** Looking for an account, from any page. */
function Finder(): JSX.Element {
  const t = useShellTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="icon-button finder"
        aria-label={t('find')}
        title={t('find')}
        onClick={() => setOpen(true)}
      >
        <Icon name="search" />
      </button>
      {isOpen && (
        <Suspense>
          <FindAccount onDone={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

function MyMenu(): JSX.Element {
  const t = useShellTexts();
  const ts = useSessionTexts();
  const words = useWords();
  const me = useMe();
  const { letterKeys } = useSettings();
  // The page is loaded anew: nothing of what this person saw stays in memory for the next one.
  const leave = useMutation({
    mutationFn: () => api().session.logout(),
    onSettled: () => location.assign('/'),
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className="me-button" aria-label={t('me', { name: me.name })}>
          <Icon name="user" />
          <span className="me-name">{me.name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.name} · {me.institution.name}
          <br />
          {me.roles.map((role) => words(`role.${role}`)).join(', ')}
        </Menu.Label>
        <Menu.Item component={Link} to="/me">
          {ts('mine')}
        </Menu.Item>
        <Menu.Item
          closeMenuOnClick={false}
          onClick={() => changeSettings({ letterKeys: !letterKeys })}
        >
          {t('letterKeys')}: {t(letterKeys ? 'letterKeysOn' : 'letterKeysOff')}
        </Menu.Item>
        <Menu.Item onClick={() => leave.mutate()}>{ts('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
