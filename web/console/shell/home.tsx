import { Navigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import { Heading } from '../pieces/heading.tsx';
import { hasRole, useMe } from '../session/me.ts';
import { SECTIONS } from './sections.ts';
import { useShellTexts } from './texts.ts';

/** The first page of one's role. */
export function Home(): JSX.Element {
  const t = useShellTexts();
  const me = useMe();
  const first = SECTIONS.find(({ roles }) => hasRole(me, roles));
  if (first !== undefined) return <Navigate to={first.to} replace />;
  return (
    <main id="content" className="empty">
      <Heading title={t('noWork')} />
      <p>{t('noWorkHint')}</p>
    </main>
  );
}
