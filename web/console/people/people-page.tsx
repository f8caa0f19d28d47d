import type { JSX } from 'react';
import { Announcements } from '../pieces/announce.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Keys } from './keys.tsx';
import { People } from './people.tsx';
import { usePeopleTexts } from './texts.ts';

/** Who works here, and which programs do. */
export function PeoplePage(): JSX.Element {
  const t = usePeopleTexts();
  return (
    <main id="content">
      <Heading title={t('title')} />
      <People />
      <Keys />
      <Announcements />
    </main>
  );
}
