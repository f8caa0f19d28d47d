import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type JSX, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { api, type Me } from '../api.ts';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { GiveCode } from './give-code.tsx';
import { MeContext, SESSION_KEY } from './me.ts';
import { type Arrival, SignIn } from './sign-in.tsx';

/** Pages that a person sees once come when they are wanted. */
const FirstRun = lazy(async () => ({ default: (await import('./first-run.tsx')).FirstRun }));
const Enrol = lazy(async () => ({ default: (await import('./enrol.tsx')).Enrol }));
const SetPassword = lazy(async () => ({
  default: (await import('./set-password.tsx')).SetPassword,
}));

/** Who is signed in, and what a stranger's page has to know. */
async function whoIsIt() {
  const state = await api().session.state();
  const me = state.signedIn ? await api().session.me() : null;
  return { state, me };
}

/**
 * Lets in who is signed in. A session that ends under the page closes it, kept as it was but out of sight and reach, until
 * the same person is back; for another person it begins anew.
 */
export function Gate({ children }: { children: ReactNode }): JSX.Element {
  const queries = useQueryClient();
  const [last, setLast] = useState<Me | null>(null);
  const [arrival, setArrival] = useState<Arrival>(null);
  const [isLink, setLink] = useState(location.pathname === '/set-password');
  const session = useQuery({
    queryKey: SESSION_KEY,
    queryFn: whoIsIt,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const me = session.data?.me ?? null;
  useEffect(() => {
    if (me === null) return;
    if (last !== null && last.userId !== me.userId)
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
    if (last !== me) setLast(me);
  }, [me, last, queries]);
  useSessionEnd(me, () => queries.invalidateQueries({ queryKey: SESSION_KEY }));
  const look = (why: Arrival = null): void => {
    setArrival(why);
    void queries.invalidateQueries({ queryKey: SESSION_KEY });
  };
  if (isLink)
    return (
      <Suspense fallback={<Loading rows={1} />}>
        <SetPassword
          onDone={() => {
            history.replaceState(history.state, '', '/');
            setLink(false);
            look('passwordReady');
          }}
        />
      </Suspense>
    );
  if (session.isPending) return <Loading rows={1} />;
  if (session.isError) return <Problem error={session.error} retry={() => session.refetch()} />;
  const { state } = session.data;
  const shown = me ?? last;
  return (
    <>
      {me === null && (
        <Suspense fallback={<Loading rows={1} />}>
          <Door
            state={state}
            arrival={last === null ? arrival : (arrival ?? 'expired')}
            look={look}
          />
        </Suspense>
      )}
      {shown !== null && (
        <div key={shown.userId} hidden={me === null}>
          <MeContext value={shown}>{children}</MeContext>
        </div>
      )}
    </>
  );
}

type State = Awaited<ReturnType<typeof whoIsIt>>['state'];

function Door({
  state,
  arrival,
  look,
}: {
  state: State;
  arrival: Arrival;
  look: (why?: Arrival) => void;
}): JSX.Element {
  if (state.setup) return <FirstRun onDone={look} />;
  if (state.need === 'code') return <GiveCode onDone={look} />;
  if (state.need === 'enrolment') return <Enrol onDone={look} />;
  return <SignIn arrival={arrival} oidc={state.oidc} onDone={look} />;
}

/** Looks again at the moment the session ends, so that a page nobody touches does not stay open. */
function useSessionEnd(me: Me | null, look: () => void): void {
  useEffect(() => {
    if (me?.expiresAt == null) return;
    const leftMs = Math.max(1_000, me.expiresAt - Date.now() + 1_000);
    const timer = setTimeout(look, Math.min(leftMs, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  });
}
