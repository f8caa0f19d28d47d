import type { PageName } from '../pages.ts';
import { Icon, type IconName } from '../pieces/icon.tsx';
import { href } from '../router.ts';
import { useSay } from '../say.ts';
import { SHELL } from './texts.ts';

const TABS = [
  ['check', 'search'],
  ['train', 'chat'],
  ['exit', 'lifebuoy'],
  ['report', 'flag'],
] as const satisfies readonly (readonly [PageName, IconName])[];

/**
 * The four things people come for: before the page to a keyboard and a screen reader; to the eye beneath the head of a wide window,
 * and within reach of a thumb on a phone.
 */
export function Tabs({ at }: { readonly at: string | undefined }) {
  const say = useSay();
  return (
    <nav class="tabs" aria-label={say(SHELL.menu)}>
      {TABS.map(([name, icon]) => (
        <a key={name} href={href(name)} aria-current={name === at ? 'page' : undefined}>
          <Icon name={icon} />
          <span>{say(SHELL[name])}</span>
        </a>
      ))}
    </nav>
  );
}
