import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

const ICONS = {
  info: 'info',
  good: 'check',
  warn: 'alert',
  bad: 'alert',
} as const satisfies Record<string, IconName>;

interface NoticeProps {
  /** Said by icon and words too, never by colour alone. */
  readonly tone?: keyof typeof ICONS;
  readonly title?: string;
  /** Read out when it appears. */
  readonly live?: boolean;
  readonly children?: ComponentChildren;
}

export function Notice({ tone = 'info', title, live = false, children }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={live ? 'status' : undefined}>
      <Icon name={ICONS[tone]} />
      <div>
        {title === undefined ? null : <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}
