import type { JSX } from 'react';
import { Heading } from '../pieces/heading.tsx';
import { useMe } from '../session/me.ts';
import { Entries } from './entries.tsx';
import { useAuditTexts } from './texts.ts';
import { Verify } from './verify.tsx';

/** What everybody did, and that nobody has changed the record of it. */
export function AuditPage(): JSX.Element {
  const t = useAuditTexts();
  const me = useMe();
  return (
    <main id="content">
      <Heading title={t('title')} />
      <p className="muted">{t('about')}</p>
      <Verify />
      {me.roles.includes('auditor') ? <Entries /> : <p className="notice">{t('entriesFor')}</p>}
    </main>
  );
}
