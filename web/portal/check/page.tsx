import './check.css';
import { useEffect, useState } from 'preact/hooks';
import type { PageProps } from '../pages.ts';
import { Button } from '../pieces/button.tsx';
import { Field } from '../pieces/field.tsx';
import { Notice } from '../pieces/notice.tsx';
import { Page } from '../pieces/page.tsx';
import { useSay } from '../say.ts';
import { TITLES } from '../titles.ts';
import { Answer } from './answer.tsx';
import { prepareReader, readOffer } from './offer-reader.ts';
import type { OfferReading } from './read-offer.ts';
import { T } from './texts.ts';

/** Longer texts are cut by the reader as well. */
const TEXT_MOST = 20_000;

const EXAMPLES = [
  [T.exampleOne, T.exampleOneText],
  [T.exampleTwo, T.exampleTwoText],
  [T.exampleThree, T.exampleThreeText],
] as const;

type State =
  | { readonly is: 'empty' | 'reading' | 'picture' | 'no_text' | 'not_ready' }
  | {
      readonly is: 'read';
      readonly text: string;
      readonly reading: OfferReading;
      readonly nth: number;
    };

let readings = 0;

/** Of this visit: whoever looks at another page and comes back finds the text and what was said of it. */
let left: { readonly text: string; readonly state: State } = { text: '', state: { is: 'empty' } };

/** Check an offer: the text is read on this device, stays in memory, and goes nowhere. */
export default function CheckPage(_: PageProps) {
  const say = useSay();
  const [text, setText] = useState(left.text);
  const [state, setState] = useState<State>(
    left.state.is === 'read' ? left.state : { is: 'empty' },
  );
  const [nthLeft] = useState(left.state.is === 'read' ? left.state.nth : 0);
  useEffect(prepareReader, []);
  left = { text, state };
  const check = async (of: string) => {
    if (of.trim() === '') return setState({ is: 'no_text' });
    setState({ is: 'reading' });
    const reading = await readOffer(of);
    setState(
      reading === undefined
        ? { is: 'not_ready' }
        : { is: 'read', text: of, reading, nth: ++readings },
    );
  };
  const clear = () => {
    setText('');
    setState({ is: 'empty' });
  };
  const onPicture = (event: Event, data: DataTransfer | null) => {
    if (!hasPicture(data)) return;
    event.preventDefault();
    setState({ is: 'picture' });
  };
  return (
    <Page title={say(TITLES.check)} lead={say(T.lead)}>
      <form
        class="check-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          check(text);
        }}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => onPicture(event, event.dataTransfer)}
      >
        <Field
          label={say(T.field)}
          hint={say(T.fieldHint)}
          error={state.is === 'no_text' ? say(T.empty) : undefined}
        >
          <textarea
            rows={6}
            maxLength={TEXT_MOST}
            autocomplete="off"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
            onPaste={(event) => onPicture(event, event.clipboardData)}
          />
        </Field>
        <div class="buttons">
          <Button type="submit" disabled={state.is === 'reading'}>
            {say(T.check)}
          </Button>
          {text === '' ? null : (
            <Button kind="quiet" onClick={clear}>
              {say(T.clear)}
            </Button>
          )}
        </div>
        {text !== '' ? null : (
          <div class="check-examples">
            <span class="hint">{say(T.examples)}</span>
            {EXAMPLES.map(([name, example]) => (
              <button
                type="button"
                class="check-example"
                key={name.en}
                onClick={() => {
                  setText(say(example));
                  check(say(example));
                }}
              >
                {say(name)}
              </button>
            ))}
          </div>
        )}
      </form>
      <div role="status">
        {state.is === 'reading' ? <p class="loading">{say(T.reading)}</p> : null}
        {state.is === 'picture' ? (
          <Notice title={say(T.pictureTitle)}>
            <p>{say(T.picture)}</p>
          </Notice>
        ) : null}
        {state.is === 'not_ready' ? (
          <Notice tone="warn" title={say(T.notReadyTitle)}>
            <p>{say(T.notReady)}</p>
            <Button kind="quiet" onClick={() => check(text)}>
              {say(T.again)}
            </Button>
          </Notice>
        ) : null}
      </div>
      {state.is === 'read' ? (
        <Answer
          key={state.nth}
          text={state.text}
          reading={state.reading}
          isNew={state.nth > nthLeft}
        />
      ) : null}
    </Page>
  );
}

/** A picture is pasted or dropped; a text beside it (a table copied as both) goes before. */
const hasPicture = (data: DataTransfer | null): boolean =>
  data !== null &&
  !data.types.includes('text/plain') &&
  [...data.items].some(({ kind }) => kind === 'file');
