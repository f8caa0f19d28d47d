import { useState } from 'preact/hooks';
import { api } from '../api.ts';
import { Button } from '../pieces/button.tsx';
import { Choices } from '../pieces/choices.tsx';
import { Field } from '../pieces/field.tsx';
import { Page } from '../pieces/page.tsx';
import { useSay } from '../say.ts';
import { CLASS_LETTERS, PUPIL_LETTERS, typedCode } from './codes.ts';
import type { KeptPupil } from './kept-pupil.ts';
import { P } from './pupil-texts.ts';
import { Trouble } from './trouble.tsx';

type AgeBand = 'under_14' | '14_15' | '16_17' | '18_over';
const AGES: readonly AgeBand[] = ['under_14', '14_15', '16_17', '18_over'];

interface JoinFormProps {
  readonly codeGiven: string;
  readonly onEnter: (pupil: KeptPupil, isNew: boolean) => void;
}

/** The class code with an age, or with the code that the pupil has from the first time. */
export function JoinForm({ codeGiven, onEnter }: JoinFormProps) {
  const say = useSay();
  const [code, setCode] = useState(codeGiven);
  const [been, setBeen] = useState(false);
  const [own, setOwn] = useState('');
  const [age, setAge] = useState<AgeBand>();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const classCode = typedCode(code, CLASS_LETTERS);
  const ownCode = typedCode(own, PUPIL_LETTERS);

  const enter = async (): Promise<void> => {
    setTried(true);
    if (classCode === undefined) return;
    setBusy(true);
    setError(undefined);
    try {
      if (been && ownCode !== undefined) {
        const { endsAt } = await api().classes.learner(classCode, ownCode);
        onEnter({ code: classCode, learner: ownCode, endsAt, pending: {} }, false);
      } else if (!been && age !== undefined) {
        const { learner, endsAt } = await api().classes.join(classCode, { ageBand: age });
        onEnter({ code: classCode, learner, endsAt, pending: {} }, true);
      }
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
  };

  return (
    <Page title={say(P.title)} lead={say(P.lead)}>
      <form
        class="class-join"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        <Field
          label={say(P.code)}
          hint={say(P.codeHint)}
          error={tried && classCode === undefined ? say(P.codeWrong) : undefined}
        >
          <CodeInput value={code} onValue={setCode} />
        </Field>
        <label class="choice">
          <input
            type="checkbox"
            checked={been}
            onChange={(event) => setBeen(event.currentTarget.checked)}
          />
          <span>{say(P.been)}</span>
        </label>
        {been ? (
          <Field
            label={say(P.own)}
            hint={say(P.ownHint)}
            error={tried && ownCode === undefined ? say(P.ownWrong) : undefined}
          >
            <CodeInput value={own} onValue={setOwn} />
          </Field>
        ) : (
          <>
            <Choices
              legend={say(P.age)}
              options={AGES.map((value) => ({ value, label: say(P[value]) }))}
              value={age}
              onChange={setAge}
            />
            {tried && age === undefined ? (
              <p class="field-error" role="alert">
                {say(P.ageMissing)}
              </p>
            ) : null}
          </>
        )}
        <Trouble error={error} />
        <Button type="submit" disabled={busy}>
          {say(been ? P.back : P.join)}
        </Button>
      </form>
    </Page>
  );
}

interface CodeInputProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** What it is given beside its own goes to the input: a field names and describes it. */
function CodeInput({ value, onValue, ...rest }: CodeInputProps) {
  return (
    <input
      class="class-code-input"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck={false}
      maxLength={12}
      value={value}
      onInput={(event) => onValue(event.currentTarget.value)}
      {...rest}
    />
  );
}
