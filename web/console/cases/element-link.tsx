import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useThisCase } from './case-desk.tsx';
import { useLawTexts } from './texts.ts';

/** Where something that speaks for an element stands: in this case. */
export function CaseElementLink({
  link: { type, id },
}: {
  link: { readonly type: string; readonly id: string };
}): JSX.Element {
  const t = useLawTexts();
  const { caseId } = useThisCase();
  const key = `link.${type}` as 'link.fact';
  const params = { caseId: String(caseId) };
  const post = /^p(\d+)$/.exec(id);
  if (type === 'post' && post !== null)
    return (
      <Link to="/watch/posts/$postId" params={{ postId: post[1] }} search={{ state: 'all' }}>
        {t(key, { id: post[1] })}
      </Link>
    );
  if (type === 'account')
    return (
      <Link to="/cases/$caseId" params={params} search={{ tab: 'money', node: id }}>
        {t(key, { id })}
      </Link>
    );
  if (type === 'transfer')
    return (
      <Link to="/cases/$caseId" params={params} search={{ tab: 'timeline' }}>
        {t(key, { id })}
      </Link>
    );
  if (type === 'party')
    return (
      <Link to="/cases/$caseId" params={params} search={{ tab: 'people' }}>
        {t(key, { id })}
      </Link>
    );
  if (type === 'fact') return <a href={`#fact-${id}`}>{t(key, { id })}</a>;
  return <span>{t(key, { id })}</span>;
}
