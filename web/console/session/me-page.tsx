import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import { api } from '../api.ts';
import { useFormat } from '../format.ts';
import { Announcements, announce } from '../pieces/announce.tsx';
import { DataTable } from '../pieces/data-table.tsx';
import { Figure, Figures } from '../pieces/figures.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { useWords } from '../pieces/words.ts';
import { useMe } from './me.ts';
import { NewPassword } from './new-password.tsx';
import { useSessionTexts } from './texts.ts';

/** One's own way in: password and sessions. */
export function MePage(): JSX.Element {
  const t = useSessionTexts();
  const words = useWords();
  const me = useMe();
  return (
    <main id="content">
      <Heading title={t('mine')} />
      <Figures>
        <Figure label={words('name')} note={me.login}>
          {me.name}
        </Figure>
        <Figure label={words('institution')}>{me.institution.name}</Figure>
        <Figure label={words('role')}>
          {me.roles.map((role) => words(`role.${role}`)).join(', ')}
        </Figure>
      </Figures>
      <ChangePassword />
      <Sessions />
      <Announcements />
    </main>
  );
}

function ChangePassword(): JSX.Element {
  const t = useSessionTexts();
  const me = useMe();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [round, setRound] = useState(0);
  const change = useMutation({
    mutationFn: () => api().session.changePassword({ current, next }),
    onSuccess: () => {
      announce(t('passwordChanged'));
      setCurrent('');
      setRound(round + 1);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (next !== '') change.mutate();
  };
  return (
    <form className="panel form narrow" onSubmit={submit}>
      <h2>{t('changePassword')}</h2>
      {/* For managers of passwords, which ask whose password it is. */}
      <input hidden readOnly name="username" autoComplete="username" value={me.login ?? ''} />
      <PasswordInput
        label={t('currentPassword')}
        autoComplete="current-password"
        required
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <NewPassword key={round} onChange={setNext} />
      {change.isError && <Problem error={change.error} />}
      <div className="form-acts">
        <Button type="submit" variant="filled" loading={change.isPending}>
          {t('changePassword')}
        </Button>
      </div>
    </form>
  );
}

function Sessions(): JSX.Element {
  const t = useSessionTexts();
  const format = useFormat();
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => api().session.list() });
  const end = useMutation({
    mutationFn: (sessionId: number) => api().session.end(sessionId),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
  const endAll = useMutation({
    mutationFn: () => api().session.endAll(),
    onSuccess: () => location.assign('/'),
  });
  return (
    <section>
      <div className="section-head">
        <h2>{t('sessions')}</h2>
        <Button onClick={() => endAll.mutate()}>{t('endAll')}</Button>
      </div>
      {sessions.isPending && <Loading rows={2} />}
      {sessions.isError && <Problem error={sessions.error} retry={() => sessions.refetch()} />}
      {end.isError && <Problem error={end.error} />}
      {sessions.data !== undefined && (
        <DataTable
          caption={t('sessions')}
          items={sessions.data.items}
          keyOf={({ sessionId }) => sessionId}
          columns={[
            { id: 'from', title: t('sessionFrom'), cell: ({ address }) => address },
            {
              id: 'agent',
              title: t('sessionBrowser'),
              wide: true,
              cell: ({ userAgent }) => <span className="muted small">{userAgent}</span>,
            },
            { id: 'seen', title: t('sessionSeen'), cell: (s) => format.moment(s.seenAt) },
            {
              id: 'act',
              title: t('sessionEnd'),
              cell: ({ sessionId, current }) =>
                current ? (
                  t('sessionHere')
                ) : (
                  <Button size="xs" onClick={() => end.mutate(sessionId)}>
                    {t('sessionEnd')}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </section>
  );
}
