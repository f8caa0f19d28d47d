import { Link, useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { Announcements } from '../pieces/announce.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { HoldBox } from './hold-box.tsx';
import { useHoldTexts } from './texts.ts';
import { useHold } from './use-holds.ts';

export function HoldPage(): JSX.Element {
  const { holdId } = useParams({ from: '/holds/$holdId' });
  return <HoldOf key={holdId} holdId={holdId} />;
}

function HoldOf({ holdId }: { holdId: string }): JSX.Element {
  const t = useHoldTexts();
  const hold = useHold(Number(holdId));
  return (
    <main id="content">
      <nav className="trail">
        <Link className="back" to="/holds">
          <Icon name="back" />
          {t('title')}
        </Link>
      </nav>
      <Heading title={t('holdOf', { id: holdId })} />
      {hold.isPending && <Loading rows={8} />}
      {hold.isError && <Problem error={hold.error} retry={() => hold.refetch()} />}
      {hold.data !== undefined && <HoldBox hold={hold.data} />}
      <Announcements />
    </main>
  );
}
