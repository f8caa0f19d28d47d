import { href } from '../router.ts';
import { useSay } from '../say.ts';
import { SHELL } from './texts.ts';

/** Help stands in the same place on every page (WCAG 2.2, 3.2.6). */
export function Foot() {
  const say = useSay();
  return (
    <footer class="foot">
      <h2>{say(SHELL.helpTitle)}</h2>
      <ul>
        <li>
          <a href="tel:102">{say(SHELL.helpPolice)}</a>
        </li>
        <li>
          <a href="tel:1424">{say(SHELL.helpAfm)}</a>
        </li>
        <li>
          <a href={href('exit')}>{say(SHELL.helpExit)}</a>
        </li>
      </ul>
    </footer>
  );
}
