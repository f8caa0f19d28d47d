import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import { api } from '../api.ts';
import { CopyLine } from '../pieces/copy-line.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { Entrance } from './entrance.tsx';
import { CodeField } from './give-code.tsx';
import { QrPicture } from './qr-picture.tsx';
import { useSessionTexts } from './texts.ts';

/** Adds a code app: a picture to scan, a code that shows it worked, and recovery codes that are seen only once. */
export function Enrol({ onDone }: { onDone: () => void }): JSX.Element {
  const t = useSessionTexts();
  const [code, setCode] = useState('');
  const begun = useQuery({
    queryKey: ['totp'],
    queryFn: () => api().session.beginTotp(),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const confirm = useMutation({
    mutationFn: () => api().session.confirmTotp(code.trim()),
    onError: () => setCode(''),
  });
  if (confirm.isSuccess)
    return <RecoveryCodes codes={confirm.data.recoveryCodes} onKept={onDone} />;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <Entrance title={t('enrolTitle')}>
      <p>{t('enrolAbout')}</p>
      {begun.isPending && <Loading rows={4} />}
      {begun.isError && <Problem error={begun.error} retry={() => begun.refetch()} />}
      {begun.isSuccess && (
        <form className="form" onSubmit={submit}>
          <QrPicture text={begun.data.uri} label={t('enrolPicture')} />
          <div>
            <p className="muted small">{t('enrolSecret')}</p>
            <CopyLine text={begun.data.secret} label={t('enrolSecret')} />
          </div>
          <CodeField value={code} onChange={setCode} />
          {confirm.isError && <Problem error={confirm.error} />}
          <Button type="submit" variant="filled" loading={confirm.isPending}>
            {t('goOn')}
          </Button>
        </form>
      )}
    </Entrance>
  );
}

function RecoveryCodes({
  codes,
  onKept,
}: {
  codes: readonly string[];
  onKept: () => void;
}): JSX.Element {
  const t = useSessionTexts();
  return (
    <Entrance title={t('recoveryTitle')}>
      <p>{t('recoveryAbout')}</p>
      <div className="form">
        <ul className="recovery-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <CopyLine text={codes.join('\n')} label={t('recoveryTitle')} />
        <Button variant="filled" onClick={onKept}>
          {t('recoveryKept')}
        </Button>
      </div>
    </Entrance>
  );
}
