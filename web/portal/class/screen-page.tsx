import { useEffect, useRef, useState } from 'preact/hooks';
import { encode } from 'uqr';
import type { ClassView } from '../../../src/client/classes.ts';
import { api } from '../api.ts';
import { Button } from '../pieces/button.tsx';
import { BASE, go } from '../router.ts';
import { useSay } from '../say.ts';
import { deskPlace, joinPlace, takeKeyOfPlace } from './class-places.ts';
import { spacedCode } from './codes.ts';
import { Counts, NoKey } from './desk-page.tsx';
import { D } from './desk-texts.ts';
import { T } from './texts.ts';
import { Trouble } from './trouble.tsx';
import { usePolled } from './use-polled.ts';

/** For a projector: the code, how to come in, and how many have. Nothing that anybody answered. */
export function ScreenPage() {
  const [key] = useState(takeKeyOfPlace);
  return key === '' ? <NoKey /> : <Screen classKey={key} />;
}

function Screen({ classKey }: { readonly classKey: string }) {
  const say = useSay();
  const { value, error } = usePolled(classKey, () => api().classes.look(classKey));
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => go(deskPlace(classKey), { replace: true });
  return (
    <dialog class="class-screen" ref={dialog} onClose={close} aria-labelledby="class-screen-head">
      <h1 class="unseen" id="class-screen-head">
        {say(D.code)}
      </h1>
      {value === undefined ? (
        error === undefined ? (
          <p role="status">{say(T.loading)}</p>
        ) : (
          <Trouble error={error} />
        )
      ) : (
        <OnScreen view={value} />
      )}
      <div class="class-screen-close">
        <Button kind="quiet" onClick={() => dialog.current?.close()}>
          {say(D.closeScreen)}
        </Button>
      </div>
    </dialog>
  );
}

function OnScreen({ view }: { readonly view: ClassView }) {
  const say = useSay();
  const { code, stage } = view;
  return (
    <>
      <p class="class-screen-stage">{say(D[stage])}</p>
      <div class="class-screen-in">
        <div>
          <p class="class-screen-how">
            {say(D.goTo)} <strong>{`${location.host}${BASE}/class/join`}</strong>
          </p>
          <p class="class-screen-code">{spacedCode(code)}</p>
          <p class="class-screen-how">{say(D.orScan)}</p>
        </div>
        <QrCode text={location.origin + joinPlace(code)} label={say(D.qr)} />
      </div>
      <Counts view={view} />
    </>
  );
}

/** Dark on white in both themes: readers want it so. */
function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg class="class-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}
