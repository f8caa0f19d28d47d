import type { Help } from '../../../src/service/portal/help/help.ts';
import { Icon } from '../pieces/icon.tsx';
import { href } from '../router.ts';
import { useLanguage, useSay } from '../say.ts';
import { T } from './texts.ts';

/** What may have happened, one large link each: no form to fill in before help comes. */
export function Situations({ help }: { readonly help: Help }) {
  const say = useSay();
  const language = useLanguage();
  const police = help.contacts.find(({ number }) => number === '102');
  return (
    <>
      <p class="lead">{say(T.lead)}</p>
      {police?.number === undefined ? null : (
        <p class="exit-danger">
          <Icon name="phone" />
          <span>
            {say(T.danger)} <a href={`tel:${police.number}`}>{police.number}</a>
          </span>
        </p>
      )}
      <h2>{say(T.choose)}</h2>
      <ul class="exit-situations">
        {help.situations.map(({ id, title }) => (
          <li key={id}>
            <a href={href('exit', id)}>
              <span>{title[language]}</span>
              <Icon name="next" />
            </a>
          </li>
        ))}
      </ul>
      <p class="muted">{say(T.quiet)}</p>
    </>
  );
}
