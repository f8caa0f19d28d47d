import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { QorganProblem } from '../api.ts';
import { Icon } from './icon.tsx';
import { useWords } from './words.ts';

/** Why something did not work, in the reader's language and with the code that support asks for. */
export function Problem({
  error,
  retry,
}: {
  error: unknown;
  retry?: (() => void) | undefined;
}): JSX.Element {
  const t = useWords();
  const problem = error instanceof QorganProblem ? error : undefined;
  const fields = problem?.errors ?? [];
  return (
    <div className="problem" role="alert">
      <Icon name="warning" />
      <div>
        <p>
          <b>{problem === undefined ? t('serverAway') : problem.detail}</b>
        </p>
        <p className="muted">{problem === undefined ? t('serverAwayHint') : problem.hint}</p>
        {fields.length > 0 && (
          <ul>
            {fields.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                <code>{path}</code> {message}
              </li>
            ))}
          </ul>
        )}
        {problem !== undefined && (
          <p className="muted">
            {t('problemCode')} <code>{problem.code}</code>
          </p>
        )}
        {retry !== undefined && (
          <Button size="xs" onClick={retry}>
            {t('again')}
          </Button>
        )}
      </div>
    </div>
  );
}

export const codeOf = (error: unknown): string | undefined =>
  error instanceof QorganProblem ? error.code : undefined;
