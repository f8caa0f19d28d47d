import { useState } from 'preact/hooks';
import { ASKS, type Ask } from '../../../src/domain/post.ts';
import { Button } from '../pieces/button.tsx';
import { Choices } from '../pieces/choices.tsx';
import { Field } from '../pieces/field.tsx';
import { href } from '../router.ts';
import { useSay } from '../say.ts';
import { type Draft, isEmptyDraft, type Story } from './draft.ts';
import { Pictures } from './pictures.tsx';
import { PICTURES_MOST } from './shrink-picture.ts';
import { ASK_TEXTS, STORY_TEXTS, T } from './texts.ts';

interface FormProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly onLook: () => void;
}

/** What happened, on one page. Nothing leaves it before the visitor has seen what that is. */
export function ReportForm({ draft, onChange, onLook }: FormProps) {
  const say = useSay();
  const [tried, setTried] = useState(false);
  const set = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  const wrong = [
    ...(draft.story === undefined ? [T.emptyStory] : []),
    ...(isEmptyDraft(draft) ? [T.empty] : []),
  ];
  return (
    <form
      class="report-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (wrong.length === 0) onLook();
      }}
    >
      <Choices
        legend={say(T.story)}
        options={STORIES.map((value) => ({ value, label: say(STORY_TEXTS[value]) }))}
        value={draft.story}
        onChange={(story) => set({ story })}
      />
      {draft.story === 'gave_already' && (
        <p>
          <a href={href('exit')}>{say(T.toExit)}</a>
        </p>
      )}
      <Field label={say(T.text)} hint={say(T.textHint)}>
        <textarea
          name="text"
          maxLength={5_000}
          value={draft.text}
          onInput={({ currentTarget }) => set({ text: currentTarget.value })}
        />
      </Field>
      <Whom draft={draft} set={set} />
      <Asked asks={draft.asks} onChange={(asks) => set({ asks })} />
      <Pictures
        pictures={draft.pictures}
        most={PICTURES_MOST}
        onChange={(pictures) => set({ pictures })}
      />
      <div role="alert">
        {tried &&
          wrong.map((text) => (
            <p key={text.en} class="field-error">
              {say(text)}
            </p>
          ))}
      </div>
      <Button type="submit">{say(T.look)}</Button>
    </form>
  );
}

const STORIES = Object.keys(STORY_TEXTS) as Story[];

interface PartProps {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
}

function Whom({ draft, set }: PartProps) {
  const say = useSay();
  return (
    <fieldset class="report-group report-whom">
      <legend>{say(T.whom)}</legend>
      <p class="hint">{say(T.whomHint)}</p>
      <Field label={say(T.links)} hint={say(T.linksHint)}>
        <textarea
          name="links"
          rows={2}
          maxLength={20_000}
          value={draft.links}
          onInput={({ currentTarget }) => set({ links: currentTarget.value })}
        />
      </Field>
      <Field label={say(T.phone)}>
        <input
          name="phone"
          inputMode="tel"
          autocomplete="off"
          maxLength={40}
          value={draft.phone}
          onInput={({ currentTarget }) => set({ phone: currentTarget.value })}
        />
      </Field>
      <Field label={say(T.handle)}>
        <input
          name="handle"
          autocomplete="off"
          maxLength={100}
          value={draft.handle}
          onInput={({ currentTarget }) => set({ handle: currentTarget.value })}
        />
      </Field>
      <Field label={say(T.card)} hint={say(T.cardHint)}>
        <input
          name="card"
          inputMode="numeric"
          autocomplete="off"
          maxLength={40}
          value={draft.card}
          onInput={({ currentTarget }) => set({ card: currentTarget.value })}
        />
      </Field>
    </fieldset>
  );
}

function Asked({
  asks,
  onChange,
}: {
  readonly asks: readonly Ask[];
  readonly onChange: (asks: readonly Ask[]) => void;
}) {
  const say = useSay();
  return (
    <fieldset class="report-group">
      <legend>{say(T.asks)}</legend>
      <div class="report-asks">
        {ASKS.map((ask) => (
          <label key={ask} class="report-ask">
            <input
              type="checkbox"
              checked={asks.includes(ask)}
              onChange={({ currentTarget }) =>
                onChange(
                  ASKS.filter((one) => (one === ask ? currentTarget.checked : asks.includes(one))),
                )
              }
            />
            <span>{say(ASK_TEXTS[ask])}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
