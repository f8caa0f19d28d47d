import { useState } from 'preact/hooks';
import { JoinForm } from './join-form.tsx';
import { type KeptPupil, keepPupil, keptPupil } from './kept-pupil.ts';
import { NewCode } from './new-code.tsx';
import { PupilRoomPage } from './pupil-room.tsx';

/** A pupil's way: in, with the code written down, and then whatever the teacher opens. */
export function PupilPage({ codeGiven }: { readonly codeGiven: string }) {
  const [pupil, setPupil] = useState(keptPupil);
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
  };
  if (pupil === undefined) return <JoinForm codeGiven={codeGiven} onEnter={enter} />;
  if (isNew) return <NewCode code={pupil.learner} onNext={() => setNew(false)} />;
  return <PupilRoomPage key={pupil.learner} pupil={pupil} onLeave={leave} />;
}
