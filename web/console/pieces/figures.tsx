import type { JSX, ReactNode } from 'react';

/** Facts of one thing side by side, each with its name above it. */
export function Figures({ children }: { children: ReactNode }): JSX.Element {
  return <dl className="figures">{children}</dl>;
}

export function Figure({
  label,
  note,
  children,
}: {
  label: string;
  note?: ReactNode;
  children: ReactNode;
}): JSX.Element {
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd>
        {children}
        {note !== undefined && <span className="muted">{note}</span>}
      </dd>
    </div>
  );
}
