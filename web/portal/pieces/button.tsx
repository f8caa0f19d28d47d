import type { ComponentChildren, MouseEventHandler } from 'preact';

type Kind = 'main' | 'quiet' | 'danger';

interface ButtonProps {
  readonly kind?: Kind;
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  readonly onClick?: MouseEventHandler<HTMLButtonElement>;
  readonly children: ComponentChildren;
}

/** 44 px high at least: what a thumb hits (WCAG 2.2, 2.5.8 asks 24). */
export function Button({ kind = 'main', type = 'button', children, ...rest }: ButtonProps) {
  return (
    <button type={type} class={`button button-${kind}`} {...rest}>
      {children}
    </button>
  );
}

interface ButtonLinkProps {
  readonly kind?: Kind;
  readonly href: string;
  readonly children: ComponentChildren;
}

export function ButtonLink({ kind = 'main', href, children }: ButtonLinkProps) {
  return (
    <a class={`button button-${kind}`} href={href}>
      {children}
    </a>
  );
}
