import { useState } from 'preact/hooks';
import { Button } from '../pieces/button.tsx';
import { Field } from '../pieces/field.tsx';
import { useSay } from '../say.ts';
import { deskPlace } from './class-places.ts';
import { D } from './desk-texts.ts';
import { justOpened } from './just-opened.ts';

/** The teacher's link, once, right after the class was opened. */
export function SaveLink({ classKey }: { readonly classKey: string }) {
  const say = useSay();
  const [isNew, setNew] = useState(justOpened.key === classKey);
  const [copied, setCopied] = useState(false);
  if (!isNew) return null;
  const link = location.origin + deskPlace(classKey);
  const copy = () => {
    // Where there is no clipboard (plain http) the field can be copied by hand.
    void navigator.clipboard?.writeText(link).then(() => setCopied(true));
  };
  const saved = () => {
    justOpened.key = undefined;
    setNew(false);
  };
  return (
    <section class="card class-save">
      <h2>{say(D.saveTitle)}</h2>
      <p>{say(D.save)}</p>
      <Field label={say(D.saveField)}>
        <input readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
      </Field>
      <div class="buttons">
        <Button onClick={copy}>{say(copied ? D.copied : D.copy)}</Button>
        <Button kind="quiet" onClick={saved}>
          {say(D.saved)}
        </Button>
      </div>
      <p class="unseen" role="status">
        {copied ? say(D.copied) : ''}
      </p>
    </section>
  );
}
