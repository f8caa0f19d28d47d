import { useState } from 'preact/hooks';
import './report.css';
import type { PageProps } from '../pages.ts';
import { Notice } from '../pieces/notice.tsx';
import { Page } from '../pieces/page.tsx';
import { href } from '../router.ts';
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

/** /portal/report tells; /portal/report/mine shows what became of it. */
export default function ReportPage({ place }: PageProps) {
  return place.parts[1] === 'mine' ? <MyReport receipt={lastReceipt} /> : <Tell />;
}

function Tell() {
  const say = useSay();
  const [{ draft, carried }, setStart] = useState(firstDraft);
  const [isLooking, setLooking] = useState(false);
  const [sent, setSent] = useState<SentReport>();
  const change = (next: Draft) => {
    keepDraft(next);
    setStart({ draft: next, carried });
  };
  const finish = (done: SentReport) => {
    lastReceipt = done.receipt;
    change(EMPTY);
    setSent(done);
    setLooking(false);
  };
  if (sent !== undefined)
    return (
      <Page title={say(TITLES.report)}>
        <Sent sent={sent} onAnother={() => setSent(undefined)} />
      </Page>
    );
  const { story } = draft;
  return (
    <Page title={say(TITLES.report)} lead={say(T.lead)}>
      <Notice tone="good" title={say(T.anonymous)}>
        <p>{say(T.anonymousText)}</p>
        <details>
          <summary>{say(T.whatIsSeen)}</summary>
          <p>{say(T.whatIsSeenText)}</p>
        </details>
      </Notice>
      {!isLooking && (
        <p>
          {say(T.mineText)} <a href={href('report', 'mine')}>{say(T.mine)}</a>
        </p>
      )}
      {carried && !isLooking && (
        <Notice>
          <p>{say(T.carried)}</p>
        </Notice>
      )}
      {isLooking && story !== undefined ? (
        <Preview draft={{ ...draft, story }} onChange={() => setLooking(false)} onSent={finish} />
      ) : (
        <ReportForm draft={draft} onChange={change} onLook={() => setLooking(true)} />
      )}
    </Page>
  );
}

/** What was typed before, or what the check of an offer hands over. */
function firstDraft(): { readonly draft: Draft; readonly carried: boolean } {
  const carried = takeHandedOver();
  if (carried === undefined) return { draft: keptDraft(), carried: false };
  const draft = { ...keptDraft(), ...carried };
  keepDraft(draft);
  return { draft, carried: true };
}
