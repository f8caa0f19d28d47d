import { useEffect, useState } from 'preact/hooks';
import { Button } from '../pieces/button.tsx';
import { href } from '../router.ts';
import { useLanguage, useSay } from '../say.ts';
import { calendarFile } from './calendar-file.ts';
import { dayText } from './day.ts';
import { EXERCISES } from './exercises.ts';
import { armReminder, askToNotify, canNotify, isNotifying } from './notification.ts';
import { usePast } from './past.ts';
import { plannedRounds } from './planned-rounds.ts';
import { REMINDER } from './reminder-texts.ts';

/** When to repeat, and ways to be reminded that need no account; nothing before the first play. */
export function Reminders() {
  const say = useSay();
  const language = useLanguage();
  const state = usePast().progress.boosters;
  const planned = state === undefined ? [] : plannedRounds(state, Date.now());
  const first = planned[0];
  const isNotified = isNotifying();
  const title = say(REMINDER.eventTitle);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it depends on is on the device
  useEffect(() => armReminder(title), [first, title, isNotified]);
  if (planned.length === 0) return null;
  const days = planned.map((at) => dayText(at, language)).join(', ');
  const save = () => {
    const text = say(REMINDER.eventText, {
      address: location.origin + href('train', EXERCISES.booster),
    });
    saveFile(
      'qorgan.ics',
      calendarFile(
        planned.map((at) => ({ id: `qorgan-${at}`, at, title, text })),
        Date.now(),
      ),
    );
  };
  return (
    <section class="card train-reminders" aria-labelledby="train-reminders">
      <h2 id="train-reminders">{say(REMINDER.title)}</h2>
      <p>{say(REMINDER.why)}</p>
      <p>{say(REMINDER.days, { days })}</p>
      <div class="buttons">
        <Button kind="quiet" onClick={save}>
          {say(REMINDER.calendar)}
        </Button>
        {canNotify() ? <NotifyButton /> : null}
      </div>
      <p class="hint">{say(REMINDER.honest)}</p>
    </section>
  );
}

function NotifyButton() {
  const say = useSay();
  const [state, setState] = useState<'no' | 'on' | 'off'>(isNotifying() ? 'on' : 'no');
  const ask = () =>
    void askToNotify().then(
      (allowed) => setState(allowed ? 'on' : 'off'),
      () => setState('off'),
    );
  if (state === 'no')
    return (
      <Button kind="quiet" onClick={ask}>
        {say(REMINDER.notify)}
      </Button>
    );
  return <p role="status">{say(state === 'on' ? REMINDER.notifyOn : REMINDER.notifyOff)}</p>;
}

/** A file made here goes to the device without a server in between. */
function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
