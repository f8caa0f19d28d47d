import { Button } from '../pieces/button.tsx';
import { Page } from '../pieces/page.tsx';
import { useSay } from '../say.ts';
import { spacedCode } from './codes.ts';
import { P } from './pupil-texts.ts';

/** The pupil's own code, once, large. */
export function NewCode({ code, onNext }: { readonly code: string; readonly onNext: () => void }) {
  const say = useSay();
  return (
    <Page title={say(P.yours)} lead={say(P.yoursWhy)}>
      <p class="class-own-code">{spacedCode(code)}</p>
      <Button onClick={onNext}>{say(P.written)}</Button>
    </Page>
  );
}
