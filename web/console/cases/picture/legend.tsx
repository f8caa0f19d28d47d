import type { JSX } from 'react';
import type { CaseGraph } from '../../../../src/client/case-views.ts';
import { CASE_ROLES } from '../../../../src/domain/case/case-file.ts';
import { CaseRoleTag } from '../case-marks.tsx';
import { useMoneyTexts } from '../texts.ts';
import { LOCK } from './signs.ts';

/** What the signs of the picture mean; only those that are in it. */
export function Legend({ graph: { nodes, edges } }: { graph: CaseGraph }): JSX.Element {
  const t = useMoneyTexts();
  const roles = CASE_ROLES.filter((role) => nodes.some((node) => node.role === role));
  const line = (className: string, text: string): JSX.Element => (
    <li>
      <svg viewBox="0 0 34 12" width={34} height={12} aria-hidden="true">
        <path className={`money-line ${className}`} d="M1 6H33" />
      </svg>
      {text}
    </li>
  );
  const rim = (className: string, text: string): JSX.Element => (
    <li>
      <svg viewBox="0 0 26 16" width={26} height={16} aria-hidden="true">
        <rect className={`money-rim ${className}`} x={1} y={1} width={24} height={14} rx={4} />
      </svg>
      {text}
    </li>
  );
  return (
    <ul className="links-legend money-legend" aria-label={t('legend')}>
      {roles.map((role) => (
        <li key={role}>
          <CaseRoleTag role={role} />
        </li>
      ))}
      {edges.some(({ suspicious }) => suspicious) && line('is-suspicious', t('legend.suspicious'))}
      {edges.some(({ suspicious }) => !suspicious) && line('', t('legend.plain'))}
      {line('is-back', t('legend.back'))}
      {nodes.some(({ foreign }) => foreign) && rim('is-foreign', t('legend.foreign'))}
      {nodes.some(({ hub }) => hub) && rim('is-hub', t('legend.hub'))}
      {nodes.some(({ heldMinor }) => heldMinor > 0) && (
        <li>
          <svg viewBox="0 0 16 16" width={16} height={16} aria-hidden="true">
            <path className="money-lock" d={LOCK} />
          </svg>
          {t('legend.held')}
        </li>
      )}
      {nodes.some(({ expandable }) => expandable) && (
        <li>
          <span className="money-more" aria-hidden="true">
            +
          </span>
          {t('legend.more')}
        </li>
      )}
    </ul>
  );
}
