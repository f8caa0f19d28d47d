import type { ComponentType } from 'preact';
import type { Place } from './router.ts';

export interface PageProps {
  readonly place: Place;
}

type PageFile = { readonly default: ComponentType<PageProps> };

/** Pages by the first part of their address; each is loaded when it is first wanted. */
export const PAGES = {
  check: () => import('./check/page.tsx'),
  train: () => import('./train/page.tsx'),
  exit: () => import('./exit/page.tsx'),
  report: () => import('./report/page.tsx'),
  law: () => import('./law/page.tsx'),
  held: () => import('./held/page.tsx'),
  class: () => import('./class/page.tsx'),
  figures: () => import('./figures/page.tsx'),
} as const satisfies Readonly<Record<string, () => Promise<PageFile>>>;

export type PageName = keyof typeof PAGES;

export const isPageName = (name: string | undefined): name is PageName =>
  name !== undefined && Object.hasOwn(PAGES, name);
