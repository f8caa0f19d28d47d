import { QorganProblem } from '../api.ts';
import { Notice } from '../pieces/notice.tsx';
import { useSay } from '../say.ts';
import { T } from './texts.ts';

/** Why something did not work, in the service's own words where it answered. */
export function Trouble({ error }: { readonly error: unknown }) {
  const say = useSay();
  if (error === undefined) return null;
  if (!(error instanceof QorganProblem))
    return (
      <Notice tone="warn" live>
        <p>{say(T.failed)}</p>
      </Notice>
    );
  return (
    <Notice tone="warn" live title={error.detail}>
      {error.hint === undefined ? null : <p>{error.hint}</p>}
    </Notice>
  );
}
