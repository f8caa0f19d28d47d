import type { PageProps } from '../pages.ts';
import { Page } from '../pieces/page.tsx';
import { useSay } from '../say.ts';
import { TITLES } from '../titles.ts';

export default function ClassPage(_: PageProps) {
  const say = useSay();
  return <Page title={say(TITLES.class)} />;
}
