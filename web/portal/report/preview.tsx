import { useEffect, useRef, useState } from 'preact/hooks';
import { QorganProblem } from '../api.ts';
import { Button } from '../pieces/button.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useSay } from '../say.ts';
import { type Draft, linksOf, reportOf, type Story } from './draft.ts';
import { Thumb } from './pictures.tsx';
import { sendingKey, sendPictures, sendReport } from './send-report.ts';
import { ASK_TEXTS, STORY_TEXTS, T } from './texts.ts';

/** A report that has come in. */
export interface SentReport {
  readonly receipt: string;
  /** Of each picture: undefined, or why it was not taken. */
  readonly pictures: readonly (string | undefined)[];
}

interface PreviewProps {
  readonly draft: Draft & { readonly story: Story };
  readonly onChange: () => void;
  readonly onSent: (sent: SentReport) => void;
}

type State =
  | { readonly kind: 'ready' | 'sending' | 'offline' | 'unsure' }
  | { readonly kind: 'proving'; readonly share: number }
  | { readonly kind: 'refused'; readonly problem: QorganProblem };

/** Exactly what leaves the device, and the button that sends it. */
export function Preview({ draft, onChange, onSent }: PreviewProps) {
  const say = useSay();
  const [state, setState] = useState<State>({ kind: 'ready' });
  // The same words again are the same report.
  const [key] = useState(sendingKey);
  const heading = useRef<HTMLHeadingElement>(null);
  const stop = useRef<AbortController>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'start' });
    return () => stop.current?.abort();
  }, []);
  const send = async () => {
    if (!navigator.onLine) return setState({ kind: 'offline' });
    setState({ kind: 'sending' });
    const stopping = new AbortController();
    stop.current = stopping;
    try {
      const onProof = (share: number) => setState({ kind: 'proving', share });
      const receipt = await sendReport(reportOf(draft), key, { signal: stopping.signal, onProof });
      setState({ kind: 'sending' });
      onSent({ receipt, pictures: await sendPictures(receipt, draft.pictures) });
    } catch (error) {
      if (stopping.signal.aborted) setState({ kind: 'ready' });
      else if (error instanceof QorganProblem) setState({ kind: 'refused', problem: error });
      else setState({ kind: navigator.onLine ? 'unsure' : 'offline' });
    }
  };
  const isBusy = state.kind === 'sending' || state.kind === 'proving';
  return (
    <section class="report-preview">
      <h2 ref={heading} tabindex={-1}>
        {say(T.preview)}
      </h2>
      <p class="hint">{say(T.previewText)}</p>
      <Parts draft={draft} />
      <Outcome state={state} onCancel={() => stop.current?.abort()} />
      <div class="buttons">
        <Button disabled={isBusy} onClick={() => void send()}>
          {say(isBusy ? T.sending : T.send)}
        </Button>
        <Button kind="quiet" disabled={isBusy} onClick={onChange}>
          {say(T.change)}
        </Button>
      </div>
    </section>
  );
}

function Parts({ draft }: Pick<PreviewProps, 'draft'>) {
  const say = useSay();
  const parts = [
    [T.story, say(STORY_TEXTS[draft.story])],
    [T.text, draft.text.trim()],
    [T.links, linksOf(draft).join('\n')],
    [T.phone, draft.phone.trim()],
    [T.handle, draft.handle.trim()],
    [T.card, draft.card.trim()],
    [T.asks, draft.asks.map((ask) => say(ASK_TEXTS[ask])).join(', ')],
  ] as const;
  return (
    <dl class="report-parts card">
      {parts
        .filter(([, words]) => words !== '')
        .map(([name, words]) => (
          <div key={name.en}>
            <dt>{say(name)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      {draft.pictures.length > 0 && (
        <div>
          <dt>{say(T.pictures)}</dt>
          <dd class="report-pictures">
            {draft.pictures.map((picture, i) => (
              <Thumb key={picture.blob} picture={picture} label={say(T.pictureN, { n: i + 1 })} />
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}

function Outcome({ state, onCancel }: { readonly state: State; readonly onCancel: () => void }) {
  const say = useSay();
  return (
    <div role="status">
      {state.kind === 'proving' && (
        <div class="report-proving">
          <p>{say(T.proving)}</p>
          <progress max={1} value={state.share} aria-label={say(T.proving)} />
          <Button kind="quiet" onClick={onCancel}>
            {say(T.cancel)}
          </Button>
        </div>
      )}
      {state.kind === 'offline' && (
        <Notice tone="warn" title={say(T.offlineTitle)}>
          <p>{say(T.offline)}</p>
        </Notice>
      )}
      {state.kind === 'unsure' && (
        <Notice tone="warn" title={say(T.unsureTitle)}>
          <p>{say(T.unsure)}</p>
        </Notice>
      )}
      {state.kind === 'refused' && (
        <Notice tone="bad" title={say(T.refused)}>
          <p>{state.problem.detail}</p>
          {state.problem.hint && <p>{state.problem.hint}</p>}
        </Notice>
      )}
    </div>
  );
}
