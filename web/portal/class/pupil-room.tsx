import { useEffect, useState } from 'preact/hooks';
import type { Form, Lessons } from '../../../src/academy/lesson.ts';
import type { LearnerView } from '../../../src/client/classes.ts';
import { portalData } from '../data.ts';
import { Button, ButtonLink } from '../pieces/button.tsx';
import { Notice } from '../pieces/notice.tsx';
import { Page } from '../pieces/page.tsx';
import { href } from '../router.ts';
import { useSay } from '../say.ts';
import { spacedCode } from './codes.ts';
import { FormPage } from './form-page.tsx';
import type { KeptPupil } from './kept-pupil.ts';
import { OwnAnswers } from './own-answers.tsx';
import { P } from './pupil-texts.ts';
import { T } from './texts.ts';
import { Trouble } from './trouble.tsx';
import { isGone } from './use-polled.ts';
import { type PupilRoom, usePupil } from './use-pupil.ts';

interface PupilRoomProps {
  readonly pupil: KeptPupil;
  readonly onLeave: () => void;
}

/** What a pupil has to do now: answer the form that is open, or wait, or train, or read how it went. */
export function PupilRoomPage({ pupil, onLeave }: PupilRoomProps) {
  const say = useSay();
  const room = usePupil(pupil);
  const [lessons, setLessons] = useState<Lessons>();
  const [failed, setFailed] = useState<unknown>();
  useEffect(() => {
    portalData('lessons').then(setLessons, setFailed);
  }, []);
  const { view } = room;
  if (view === undefined || lessons === undefined)
    return (
      <Page title={say(P.roomTitle, { code: spacedCode(pupil.code) })}>
        {room.error === undefined && failed === undefined ? (
          <p role="status">{say(T.loading)}</p>
        ) : (
          <>
            <Trouble error={room.error ?? failed} />
            {isGone(room.error) ? (
              <Button kind="quiet" onClick={onLeave}>
                {say(P.title)}
              </Button>
            ) : null}
          </>
        )}
      </Page>
    );
  const open = openForm(view, lessons);
  if (open !== undefined) {
    const said = room.said(open.sitting);
    if (open.form.items.some(({ id }) => !Object.hasOwn(said, id)))
      return (
        <FormPage
          key={open.sitting}
          form={open.form}
          said={said}
          seedCode={pupil.learner}
          onSay={(item, kind) => room.answer(open.sitting, item, kind)}
        />
      );
  }
  if (view.stage === 'over') return <OwnAnswers view={view} lessons={lessons} onLeave={onLeave} />;
  return <Waiting {...{ pupil, room, view, lessons, onLeave }} />;
}

function openForm({ stage, sittings }: LearnerView, { forms }: Lessons) {
  const sitting = sittings.find((one) => one.sitting === stage);
  const form = forms.find((one: Form) => one.form === sitting?.form);
  return sitting && form && { sitting: sitting.sitting, form };
}

function Waiting({
  pupil,
  room,
  view,
  lessons,
  onLeave,
}: PupilRoomProps & {
  readonly room: PupilRoom;
  readonly view: LearnerView;
  readonly lessons: Lessons;
}) {
  const say = useSay();
  return (
    <Page title={say(P.roomTitle, { code: spacedCode(pupil.code) })}>
      {room.unsent ? (
        <Notice tone="warn" live>
          <p>{say(P.saving)}</p>
        </Notice>
      ) : null}
      <WhatNow view={view} lessons={lessons} learner={pupil.learner} />
      <div class="class-leave">
        {view.stage === 'waiting' ? null : (
          <p>{say(P.yourCode, { code: spacedCode(pupil.learner) })}</p>
        )}
        <Button kind="quiet" onClick={onLeave} disabled={room.unsent}>
          {say(P.leave)}
        </Button>
      </div>
    </Page>
  );
}

function WhatNow({
  view,
  lessons,
  learner,
}: {
  readonly view: LearnerView;
  readonly lessons: Lessons;
  readonly learner: string;
}) {
  const say = useSay();
  const { stage, arm } = view;
  const trains =
    stage === 'training' ? arm !== 'control' : stage === 'waiting' && arm === 'control';
  const before = stage === 'training' ? 'pre' : 'post';
  return (
    <>
      <div role="status" class="class-now">
        {missed(view, lessons, before) ? <p>{say(P.missed)}</p> : null}
        {stage === 'lobby' ? <p>{say(P.lobby)}</p> : null}
        {['pre', 'post', 'later'].includes(stage) ? <p>{say(P.doneWait)}</p> : null}
        {stage === 'training' && arm === null ? <p>{say(P.training)}</p> : null}
        {stage === 'training' && arm === 'lesson' ? <p>{say(P.trainNow)}</p> : null}
        {stage === 'training' && arm === 'control' ? <p>{say(P.trainLater)}</p> : null}
        {stage === 'waiting' ? <p>{say(P.waiting, { code: spacedCode(learner) })}</p> : null}
        {stage === 'waiting' && trains ? <p>{say(P.trainAfter)}</p> : null}
      </div>
      {trains ? <ButtonLink href={href('train')}>{say(P.toTrain)}</ButtonLink> : null}
    </>
  );
}

/** Some of the form was answered and not all, and it is closed. */
function missed(
  { stage, sittings }: LearnerView,
  { forms }: Lessons,
  before: 'pre' | 'post',
): boolean {
  if (stage !== 'training' && stage !== 'waiting') return false;
  const given = sittings.find(({ sitting }) => sitting === before);
  const all = forms.find(({ form }) => form === given?.form)?.items.length ?? 0;
  const count = given?.answers.length ?? 0;
  return count > 0 && count < all;
}
