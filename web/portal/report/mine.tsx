import { useEffect, useState } from 'preact/hooks';
import { api, QorganProblem } from '../api.ts';
import { Button, ButtonLink } from '../pieces/button.tsx';
import { Field } from '../pieces/field.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Notice } from '../pieces/notice.tsx';
import { Page } from '../pieces/page.tsx';
import { dateText } from '../pieces/plain-words.ts';
import { href } from '../router.ts';
import { useLanguage, useSay } from '../say.ts';
import { forgetReceipt, keptReceipts, receiptFrom } from './kept-receipts.ts';
import { M } from './mine-texts.ts';
import { Talk, type TalkView } from './talk.tsx';

interface Shown {
  readonly receipt: string;
  readonly at: number;
  readonly state: string;
  readonly message: string;
  readonly talk: TalkView;
}

/** What became of a report, by its code. The code stands in no address: addresses are remembered by browsers. */
export function MyReport({ receipt }: { readonly receipt: string | undefined }) {
  const say = useSay();
  const language = useLanguage();
  const [typed, setTyped] = useState(receipt ?? '');
  // A new object each time: the same code again is asked for again.
  const [wanted, setWanted] = useState(receipt === undefined ? undefined : { receipt });
  const [shown, setShown] = useState<Shown>();
  const [wrong, setWrong] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the message comes in the visitor's language
  useEffect(() => {
    if (wanted === undefined) return;
    let isOver = false;
    setWrong(undefined);
    fetchReport(wanted.receipt).then(
      (report) => isOver || setShown(report),
      (error: unknown) => {
        if (isOver) return;
        setShown(undefined);
        setWrong(error instanceof QorganProblem ? error.detail : say(M.offline));
      },
    );
    return () => {
      isOver = true;
    };
  }, [wanted, language]);
  const show = (code: string) => {
    const read = receiptFrom(code);
    setShown(undefined);
    setWanted(read === undefined ? undefined : { receipt: read });
    setWrong(read === undefined ? say(M.wrongCode) : undefined);
  };
  return (
    <Page title={say(M.title)} lead={say(M.lead)}>
      <form
        class="report-code"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          show(typed);
        }}
      >
        <Field label={say(M.code)} hint={say(M.codeHint)} error={wrong}>
          <input
            name="code"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={40}
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </Field>
        <Button type="submit">{say(M.show)}</Button>
      </form>
      <Kept
        onShow={(code) => {
          setTyped(code);
          show(code);
        }}
      />
      {shown !== undefined && (
        <Report shown={shown} onTalk={(talk) => setShown({ ...shown, talk })} />
      )}
      <ButtonLink kind="quiet" href={href('report')}>
        {say(M.toForm)}
      </ButtonLink>
    </Page>
  );
}

async function fetchReport(receipt: string): Promise<Shown> {
  const { reports } = api();
  const [status, talk] = await Promise.all([reports.status(receipt), reports.talk(receipt)]);
  return { receipt, ...status, talk };
}

const TONES: Readonly<Record<string, 'info' | 'good'>> = { led_to_removal: 'good' };

function Report({
  shown: { receipt, at, state, message, talk },
  onTalk,
}: {
  readonly shown: Shown;
  readonly onTalk: (talk: TalkView) => void;
}) {
  const say = useSay();
  return (
    <section class="report-mine">
      <Notice live tone={TONES[state] ?? 'info'} title={receipt}>
        <p>{message}</p>
        <p class="muted">{say(M.sentAt, { when: dateText(at) })}</p>
      </Notice>
      <Talk receipt={receipt} talk={talk} onTalk={onTalk} />
    </section>
  );
}

function Kept({ onShow }: { readonly onShow: (receipt: string) => void }) {
  const say = useSay();
  const [receipts, setReceipts] = useState(keptReceipts);
  if (receipts.length === 0) return null;
  return (
    <section>
      <h2>{say(M.kept)}</h2>
      <ul class="report-kept">
        {receipts.map((receipt) => (
          <li key={receipt}>
            <Button kind="quiet" onClick={() => onShow(receipt)}>
              {receipt}
            </Button>
            <button
              type="button"
              class="bare"
              aria-label={say(M.forget, { code: receipt })}
              onClick={() => {
                forgetReceipt(receipt);
                setReceipts(keptReceipts());
              }}
            >
              <Icon name="cross" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
