import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useWords } from './words.ts';

/** The next page of a list that has one. */
export function MoreButton({
  query,
}: {
  query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
}): JSX.Element | null {
  const t = useWords();
  if (!query.hasNextPage) return null;
  return (
    <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
      {t('more')}
    </Button>
  );
}
