import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../pieces/button.tsx';
import { Field } from '../pieces/field.tsx';
import { Notice } from '../pieces/notice.tsx';
import { proveFor, type SolvedProof } from '../proof/prove-for.ts';
import { useSay } from '../say.ts';
import { refusalWords } from './refusal-words.ts';
import { T } from './texts.ts';

interface WordsFormProps {
  readonly label: string;
  readonly act: string;
  /** Whose words of what kind these are: only the same code finds them again. */
  readonly keptAs: string;
  readonly send: (text: string, proof: SolvedProof) => Promise<void>;
}

/** What was typed and not sent, while the page is open: a look at another page loses nothing. */
const typed = new Map<string, string>();

const TEXT_LEAST = 5;
const TEXT_MOST = 2_000;

/** What a client writes: the device works a little, then it goes out; it can be stopped until then. */
export function WordsForm({ label, act, keptAs, send }: WordsFormProps) {
  const say = useSay();
  const [text, setText] = useState(typed.get(keptAs) ?? '');
  const [isShort, setShort] = useState(false);
  const [share, setShare] = useState<number>();
  const [failed, setFailed] = useState<string>();
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(new Error('left')), []);
  const begin = async () => {
    setShort(text.trim().length < TEXT_LEAST);
    if (text.trim().length < TEXT_LEAST) return;
    const stopping = new AbortController();
    const { signal } = stopping;
    stop.current = stopping;
    setFailed(undefined);
    setShare(0);
    try {
      await send(text.trim(), await proveFor('appeal', { signal, progress: setShare }));
      typed.delete(keptAs);
    } catch (error) {
      if (!signal.aborted) setFailed(refusalWords(error) ?? say(T.offline));
    } finally {
      setShare(undefined);
    }
  };
  return (
    <form
      class="held-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (share === undefined) void begin();
      }}
    >
      <Field label={label} hint={say(T.noSecrets)} error={isShort ? say(T.textShort) : undefined}>
        <textarea
          value={text}
          maxLength={TEXT_MOST}
          onInput={({ currentTarget: { value } }) => {
            typed.set(keptAs, value);
            setText(value);
          }}
        />
      </Field>
      {failed !== undefined && (
        <Notice tone="bad" title={say(T.failed)} live>
          <p>{failed}</p>
        </Notice>
      )}
      {share === undefined ? (
        <Button type="submit">{act}</Button>
      ) : (
        <div class="held-working" role="status">
          <p>{say(T.working)}</p>
          <progress max={1} value={share} aria-label={say(T.working)} />
          <Button kind="quiet" onClick={() => stop.current?.abort(new Error('stopped'))}>
            {say(T.cancel)}
          </Button>
        </div>
      )}
    </form>
  );
}
