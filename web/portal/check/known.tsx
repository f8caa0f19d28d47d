import { useState } from 'preact/hooks';
import { Button } from '../pieces/button.tsx';
import { Icon } from '../pieces/icon.tsx';
import { useSay } from '../say.ts';
import { type AskedContact, askKnown } from './ask-known.ts';
import { K } from './known-texts.ts';
import type { FoundContact } from './read-offer.ts';
import { canHash } from './slow-hash.ts';

type State =
  | { readonly is: 'offered' | 'asking' | 'failed' }
  | { readonly is: 'asked'; readonly contacts: readonly AskedContact[] };

/** Contacts of the text: nothing is asked before the visitor says so. */
export function Known({ contacts }: { readonly contacts: readonly FoundContact[] }) {
  const say = useSay();
  const [state, setState] = useState<State>({ is: 'offered' });
  const ask = () => {
    setState({ is: 'asking' });
    askKnown(contacts).then(
      (asked) => setState({ is: 'asked', contacts: asked }),
      () => setState({ is: 'failed' }),
    );
  };
  return (
    <div class="card check-known">
      <h3>{say(K.title)}</h3>
      {state.is === 'asked' ? null : (
        <ul class="check-contacts">
          {contacts.map(({ kind, value, written }) => (
            <li key={`${kind} ${value}`}>{written}</li>
          ))}
        </ul>
      )}
      <div role="status">
        {state.is === 'asking' ? <p>{say(K.asking)}</p> : null}
        {state.is === 'failed' ? <p class="field-error">{say(K.failed)}</p> : null}
        {state.is === 'asked' ? <Found contacts={state.contacts} /> : null}
      </div>
      {state.is === 'offered' || state.is === 'failed' ? (
        canHash() ? (
          <>
            <p>{say(K.offer)}</p>
            <Button kind="quiet" onClick={ask}>
              {say(K.ask)}
            </Button>
          </>
        ) : (
          <p class="hint">{say(K.notHere)}</p>
        )
      ) : null}
      <details>
        <summary>{say(K.howTitle)}</summary>
        <p>{say(K.how)}</p>
      </details>
    </div>
  );
}

function Found({ contacts }: { readonly contacts: readonly AskedContact[] }) {
  const say = useSay();
  return (
    <ul class="check-found">
      {contacts.map(({ kind, value, written, known }) => (
        <li key={`${kind} ${value}`} class={known ? 'check-is-known' : undefined}>
          <Icon name={known ? 'alert' : 'info'} size={20} />
          <span>
            <strong>{written}</strong> {say(known ? K.known : K.unknown)}
          </span>
        </li>
      ))}
    </ul>
  );
}
