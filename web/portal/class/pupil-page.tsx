import { useState } from 'preact/hooks';
import { CLASS_LETTERS, typedCode } from './codes.ts';
import { JoinForm } from './join-form.tsx';
import { type KeptPupil, keepPupil, keptPupil } from './kept-pupil.ts';
import { NewCode } from './new-code.tsx';
import { PupilRoomPage } from './pupil-room.tsx';

/** A pupil's way: in, with the code written down, and then whatever the teacher opens. */
export function PupilPage({ codeGiven }: { readonly codeGiven: string }) {
  const [pupil, setPupil] = useState(() => pupilOf(codeGiven));
  // The next pupil at the same device is of the same class, most likely.
  const [code, setCode] = useState(codeGiven);
  const [isNew, setNew] = useState(false);
  const enter = (next: KeptPupil, fresh: boolean) => {
    keepPupil(next);
    setNew(fresh);
    setPupil(next);
    scrollTo(0, 0);
  };
  const leave = () => {
    keepPupil(undefined);
    setPupil(undefined);
    if (pupil !== undefined) setCode(pupil.code);
    scrollTo(0, 0);
  };
  if (pupil === undefined) return <JoinForm codeGiven={code} onEnter={enter} />;
  if (isNew) return <NewCode code={pupil.learner} onNext={() => setNew(false)} />;
  return <PupilRoomPage key={pupil.learner} pupil={pupil} onLeave={leave} />;
}

/** Who is in already, unless the address leads to another class. */
function pupilOf(codeGiven: string): KeptPupil | undefined {
  const kept = keptPupil();
  const asked = typedCode(codeGiven, CLASS_LETTERS);
  return asked === undefined || asked === kept?.code ? kept : undefined;
}
