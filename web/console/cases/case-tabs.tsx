import { Link } from '@tanstack/react-router';
import { type JSX, useEffect, useRef } from 'react';
import { useCaseTabTexts } from './texts-tabs.ts';

const TABS = [
  { name: 'cases', to: '/cases' },
  { name: 'filings', to: '/filings' },
  { name: 'packages', to: '/packages' },
  { name: 'law', to: '/law' },
] as const;

export type CaseTab = (typeof TABS)[number]['name'];

/** The pages around cases. */
export function CaseTabs({ here }: { here: CaseTab }): JSX.Element {
  const t = useCaseTabTexts();
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const tab = strip.current?.querySelector('[aria-current]');
    tab?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, []);
  return (
    <nav ref={strip} className="subtabs" aria-label={t('around')}>
      {TABS.map(({ name, to }) => (
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
