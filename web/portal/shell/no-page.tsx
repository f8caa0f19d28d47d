import { ButtonLink } from '../pieces/button.tsx';
import { Page } from '../pieces/page.tsx';
import { href } from '../router.ts';
import { useSay } from '../say.ts';
import { SHELL } from './texts.ts';

export function NoPage() {
  const say = useSay();
  return (
    <Page title={say(SHELL.noPageTitle)} lead={say(SHELL.noPage)}>
      <ButtonLink href={href()}>{say(SHELL.toHome)}</ButtonLink>
    </Page>
  );
}
