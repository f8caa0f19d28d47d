import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import { api } from '../api.ts';
import { useFormat } from '../format.ts';
import { CopyLine } from '../pieces/copy-line.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Problem } from '../pieces/problem.tsx';
import { useAuditTexts } from './texts.ts';

/** Walks the chain, and says what it came to. */
export function Verify(): JSX.Element {
  const t = useAuditTexts();
  const format = useFormat();
  const [anchor, setAnchor] = useState('');
  const verify = useMutation({
    mutationFn: () => api().audit.verify(anchor.trim() === '' ? undefined : anchor.trim()),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    verify.mutate();
  };
  const { data } = verify;
  return (
    <form className="panel form" onSubmit={submit}>
      <div className="field-pair">
        <TextInput
          label={t('anchor')}
          description={t('anchorAbout')}
          name="anchor"
          autoComplete="off"
          spellCheck={false}
          value={anchor}
          onChange={(event) => setAnchor(event.currentTarget.value)}
        />
        <Button type="submit" variant="filled" loading={verify.isPending}>
          {t('verify')}
        </Button>
      </div>
      {verify.isError && <Problem error={verify.error} />}
      {data !== undefined && (
        <div className={`tell ${data.whole ? 'tell-must' : 'tell-may_not'}`} role="status">
          <Icon name={data.whole ? 'check' : 'warning'} size={20} />
          <div>
            {data.broken === null ? (
              <b>{t('whole', { n: format.number(data.entries) })}</b>
            ) : (
              <>
                <b>{t('broken', data.broken)}</b>
                <p>{t('brokenAbout')}</p>
              </>
            )}
            <p className="muted small">{t('markAbout')}</p>
            <CopyLine text={data.anchor} label={t('markNow')} />
          </div>
        </div>
      )}
    </form>
  );
}
