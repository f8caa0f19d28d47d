import { useRef, useState } from 'preact/hooks';
import type { Held } from '../../../src/client/held.ts';
import { api } from '../api.ts';
import type { PageProps } from '../pages.ts';
import { Button } from '../pieces/button.tsx';
import { Field } from '../pieces/field.tsx';
import { Notice } from '../pieces/notice.tsx';
import { Page } from '../pieces/page.tsx';
import { useLanguage, useSay } from '../say.ts';
import { TITLES } from '../titles.ts';
import { HeldBox } from './held-box.tsx';
import { refusalWords } from './refusal-words.ts';
import { T } from './texts.ts';
import './held.css';

const CODE = /^(?:[\s-]*[0-9a-z]){16}[\s-]*$/i;

/** A held payment by its code. The code lives in this page's memory: not in the address, not on the device. */
export default function HeldPage(_: PageProps) {
  const say = useSay();
  const [code, setCode] = useState('');
  const [held, setHeld] = useState<Held>();
  if (held !== undefined)
    return (
      <Page key="held" title={say(TITLES.held)}>
        <HeldBox
          code={code}
          held={held}
          onHeld={setHeld}
          onLeave={() => {
            setHeld(undefined);
            setCode('');
          }}
        />
      </Page>
    );
  return (
    <Page key="ask" title={say(TITLES.held)} lead={say(T.lead)}>
      <CodeForm code={code} onCode={setCode} onHeld={setHeld} />
      <h2>{say(T.noCode)}</h2>
      <p>{say(T.noCodeText)}</p>
    </Page>
  );
}

interface CodeFormProps {
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly onHeld: (held: Held) => void;
}

function CodeForm({ code, onCode, onHeld }: CodeFormProps) {
  const say = useSay();
  const language = useLanguage();
  const [wrong, setWrong] = useState<{ readonly words: string; readonly language: string }>();
  const [isBusy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const refuse = (words: string) => {
    setWrong({ words, language });
    input.current?.focus();
  };
  const look = async () => {
    if (!CODE.test(code)) return refuse(say(T.codeWrong));
    setBusy(true);
    setWrong(undefined);
    try {
      onHeld(await api().held.look(code.trim()));
    } catch (error) {
      refuse(refusalWords(error) ?? say(T.offline));
    } finally {
      setBusy(false);
    }
  };
  // A refusal is worded by the service, in the language that was asked: in another one it is asked for again.
  const shown = wrong?.language === language ? wrong.words : undefined;
  return (
    <form
      class="held-form"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void look();
      }}
    >
      <Field label={say(T.code)} hint={say(T.codeHint)} error={shown}>
        <input
          ref={input}
          type="text"
          name="code"
          value={code}
          autocapitalize="characters"
          spellcheck={false}
          maxLength={40}
          onInput={(event) => onCode(event.currentTarget.value)}
        />
      </Field>
      <Button type="submit">{say(isBusy ? T.looking : T.look)}</Button>
      <Notice>
        <p>{say(T.private)}</p>
      </Notice>
    </form>
  );
}
