import { useState } from 'preact/hooks';
import './report.css';
import type { PageProps } from '../pages.ts';
import { Notice } from '../pieces/notice.tsx';
import { Page } from '../pieces/page.tsx';
import { go, href } from '../router.ts';
import { useSay } from '../say.ts';
import { TITLES } from '../titles.ts';
import { type Draft, EMPTY, keepDraft, keptDraft, takeHandedOver } from './draft.ts';
import { ReportForm } from './form.tsx';
import { MyReport } from './mine.tsx';
import { Preview, type SentReport } from './preview.tsx';
import { Sent } from './sent.tsx';
import { T } from './texts.ts';

/** Of the report that was sent on this visit, so that it need not be typed. */
let lastReceipt: string | undefined;

/**
 * /portal/report tells; /report/look shows what would be sent, at an address of its own so that the way back leads to the form and
 * not out of the portal; /report/mine shows what became of it.
 */
export default function ReportPage({ place }: PageProps) {
  const [, part] = place.parts;
  if (part === 'mine') return <MyReport receipt={lastReceipt} />;
  return <Tell isLooking={part === 'look'} />;
}

function Tell({ isLooking }: { readonly isLooking: boolean }) {
  const say = useSay();
  const [{ draft, carried }, setStart] = useState(firstDraft);
  const [sent, setSent] = useState<SentReport>();
  const change = (next: Draft) => {
    keepDraft(next);
    setStart({ draft: next, carried });
  };
  const finish = (done: SentReport) => {
    lastReceipt = done.receipt;
    change(EMPTY);
    setSent(done);
    toForm();
  };
  if (sent !== undefined)
    return (
      <Page title={say(TITLES.report)}>
        <Sent sent={sent} onAnother={() => setSent(undefined)} />
      </Page>
    );
  const { story } = draft;
  const looks = isLooking && story !== undefined;
  return (
    <Page title={say(TITLES.report)} lead={say(T.lead)}>
      <Notice tone="good" title={say(T.anonymous)}>
        <p>{say(T.anonymousText)}</p>
        <details>
          <summary>{say(T.whatIsSeen)}</summary>
          <p>{say(T.whatIsSeenText)}</p>
        </details>
      </Notice>
      {!looks && (
        <p>
          {say(T.mineText)} <a href={href('report', 'mine')}>{say(T.mine)}</a>
        </p>
      )}
      {carried && !looks && (
        <Notice>
          <p>{say(T.carried)}</p>
        </Notice>
      )}
      {looks ? (
        <Preview draft={{ ...draft, story }} onChange={toForm} onSent={finish} />
      ) : (
        <ReportForm draft={draft} onChange={change} onLook={() => go(href('report', 'look'))} />
      )}
    </Page>
  );
}

const toForm = (): void => go(href('report'), { replace: true });

/** What was typed before, or what the check of an offer hands over. */
function firstDraft(): { readonly draft: Draft; readonly carried: boolean } {
  const carried = takeHandedOver();
  if (carried === undefined) return { draft: keptDraft(), carried: false };
  const draft = { ...keptDraft(), ...carried };
  keepDraft(draft);
  return { draft, carried: true };
}
