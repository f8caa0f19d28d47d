import { useRouter } from '@tanstack/react-router';
import { type JSX, useEffect, useRef } from 'react';
import { ROLE_LABELS } from '../../../src/report/labels.ts';
import { h } from '../../shared/dom.ts';
import type { FlowContext } from '../../shared/flow/flow-context.ts';
import type { FlowNetwork } from '../../shared/flow/flow-network.ts';
import { FLOW_TEXTS } from '../../shared/flow/flow-texts.ts';
import { flowView } from '../../shared/flow/flow-view.ts';
import { useFormat } from '../format.ts';
import { useSettings } from '../settings.ts';
import { areaTexts } from '../texts.ts';

const useFlowTexts = areaTexts('flow', FLOW_TEXTS);

/** Padding and rim of the stage. */
const STAGE_EDGES = 32;

/** The money-flow picture of the report, inside a page of the console. */
export function FlowPicture({
  network,
  names,
  roles = ROLE_LABELS,
  hasScores = true,
}: {
  network: FlowNetwork;
  /** How accounts are called, by number. */
  names: ReadonlyMap<string, string>;
  roles?: FlowContext['roles'];
  hasScores?: boolean;
}): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const format = useFormat();
  const t = useFlowTexts();
  const { language } = useSettings();
  useEffect(() => {
    const box = place.current;
    if (box === null) return;
    const open = (account: string): void => {
      void router.navigate({ to: '/accounts/$ref', params: { ref: account } });
    };
    const nameOf = (account: string): string => names.get(account) ?? account;
    const context: FlowContext = {
      t,
      words: (text) => text[language],
      roles,
      format,
      nameOf,
      linkTo: (account) => linkTo(account, nameOf(account), open),
      about: () => undefined,
      open,
      hasScores,
      room: () => box.clientWidth - STAGE_EDGES,
    };
    const view = flowView(context, network);
    box.replaceChildren(view);
    return () => view.remove();
  }, [network, names, roles, hasScores, router, format, t, language]);
  return <div ref={place} className="flow-place" />;
}

function linkTo(account: string, name: string, open: (account: string) => void): HTMLElement {
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(account);
  };
  return h(
    'a',
    { class: 'account-link', href: `/accounts/${account}`, onclick: follow },
    h('span', { class: 'number' }, name),
  );
}
