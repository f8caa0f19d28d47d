import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, ButtonLink } from '../pieces/button.tsx';
import { Notice } from '../pieces/notice.tsx';
import { href } from '../router.ts';
import { useSay } from '../say.ts';
import { forgetReceipt, keepReceipt } from './kept-receipts.ts';
import type { SentReport } from './preview.tsx';
import { T } from './texts.ts';

/** The code of a report that has come in, and ways to keep it. */
export function Sent({
  sent: { receipt, pictures },
  onAnother,
}: {
  readonly sent: SentReport;
  readonly onAnother: () => void;
}) {
  const say = useSay();
  const [copied, setCopied] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(receipt);
      setCopied(true);
    } catch {
      // The code stands on the page to be written down.
    }
  };
  const taken = pictures.filter((why) => why === undefined).length;
  return (
    <section class="report-sent">
      <h2 ref={heading} tabindex={-1}>
        {say(T.sent)}
      </h2>
      <p>{say(T.sentText)}</p>
      <div class="report-receipt card">
        <p id="report-code">{say(T.code)}</p>
        <output aria-labelledby="report-code">{receipt}</output>
        <div class="buttons no-print">
          <Button kind="quiet" onClick={() => void copy()}>
            {say(copied ? T.copied : T.copy)}
          </Button>
          <Button kind="quiet" onClick={() => print()}>
            {say(T.print)}
          </Button>
        </div>
        <label class="report-ask no-print">
          <input
            type="checkbox"
            onChange={({ currentTarget }) =>
              currentTarget.checked ? keepReceipt(receipt) : forgetReceipt(receipt)
            }
          />
          <span>
            {say(T.keep)}
            <small>{say(T.keepHint)}</small>
          </span>
        </label>
      </div>
      {taken > 0 && <p>{say(T.picturesSent, { n: taken })}</p>}
      {pictures.map((why, i) =>
        why === undefined ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: they change no more
          <Notice key={i} tone="warn">
            <p>{say(T.pictureLost, { n: i + 1, why: why === '' ? say(T.noAnswer) : why })}</p>
          </Notice>
        ),
      )}
      <div class="buttons no-print">
        <ButtonLink href={href('report', 'mine')}>{say(T.seeMine)}</ButtonLink>
        <Button kind="quiet" onClick={onAnother}>
          {say(T.another)}
        </Button>
      </div>
    </section>
  );
}
