import {
  type JSX,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { CaseGraph, CaseGraphNode } from '../../../../src/client/case-views.ts';
import { useFormat } from '../../format.ts';
import { Icon } from '../../pieces/icon.tsx';
import { useDark } from '../../settings.ts';
import { useMoneyTexts } from '../texts.ts';
import { type Palette, paletteOf } from './palette.ts';
import type { Letters } from './pen.ts';
import { type Layout, layOut, NO_LAYOUT } from './places.ts';
import { litAround, readingFirst, type Scene, sceneOf } from './scene.ts';
import { Stage } from './stage.ts';
import { STEPS, type Step, stepFrom } from './steps.ts';
import { useSpoken } from './use-spoken.ts';

export interface PictureHandle {
  readonly scene: () => Scene;
  readonly measure: (text: string, letters: Letters) => number;
  /** Brings a node into sight and gives it the focus. */
  readonly goTo: (id: string) => void;
}

interface MoneyPictureProps {
  readonly graph: CaseGraph;
  readonly selected: string | null;
  /** What the table points at. */
  readonly pointed: string | null;
  readonly onSelect: (id: string | null) => void;
  readonly onPoint: (id: string | null) => void;
  readonly onToggle: (node: CaseGraphNode) => void;
  readonly ref: Ref<PictureHandle>;
}

/** The money of a case between its accounts. It is drawn on a canvas; what has the focus is a button of its own over its card. */
export function MoneyPicture(props: MoneyPictureProps): JSX.Element {
  const { graph, selected, pointed, onSelect, onPoint, onToggle, ref } = props;
  const t = useMoneyTexts();
  const format = useFormat();
  const spoken = useSpoken();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useRef<Stage | null>(null);
  const scene = useScene(graph);
  const palette = usePalette(box);
  const latest = useRef({ graph, selected, onSelect, onPoint, onToggle });
  latest.current = { graph, selected, onSelect, onPoint, onToggle };

  useEffect(() => {
    if (box.current === null || canvas.current === null) return;
    const made = new Stage(box.current, canvas.current, {
      onPoint: (id) => latest.current.onPoint(id),
      onPick: (id, isHandle) => {
        const now = latest.current;
        const node = now.graph.nodes.find((one) => one.id === id);
        if (node !== undefined && (isHandle || id === now.selected)) now.onToggle(node);
        now.onSelect(id);
      },
    });
    stage.current = made;
    return () => made.close();
  }, []);

  const lit = useMemo(() => {
    const ids = [selected, pointed].filter((id) => id !== null);
    return ids.length === 0 ? null : litAround(scene, new Set(ids));
  }, [scene, selected, pointed]);
  const here = scene.byId.get(selected ?? '') ?? readingFirst(scene);
  useLayoutEffect(() => {
    if (palette === null) return;
    stage.current?.show({ scene, palette, lit, selected, sum: format.moneyShort });
  }, [scene, palette, lit, selected, format]);
  useEffect(() => {
    if (selected !== null) stage.current?.bringIn(selected);
  }, [selected]);
  useFocusKept(box, here?.node.id);

  // The button over the card comes with the next drawing; the one that is there now is another node's.
  const wanted = useRef<string | null>(null);
  const settleFocus = (): void => {
    const cursor = box.current?.querySelector<HTMLElement>('[data-cursor]');
    if (wanted.current === null || cursor?.dataset.cursor !== wanted.current) return;
    wanted.current = null;
    box.current?.scrollIntoView({ block: 'nearest' });
    cursor.focus({ preventScroll: true });
  };
  useLayoutEffect(settleFocus);
  const goTo = (id: string): void => {
    wanted.current = id;
    onSelect(id);
    settleFocus();
  };
  useImperativeHandle(ref, () => ({
    scene: () => scene,
    measure: (text, letters) => stage.current?.measure(text, letters) ?? 0,
    goTo,
  }));
  const press = (event: KeyboardEvent): void => {
    const act = keyAct(event, stage.current, {
      step: (step) => onSelect(stepFrom(scene, here, step)?.node.id ?? selected),
      toggle: () => here !== undefined && onToggle(here.node),
      leave: () => onSelect(null),
    });
    if (act) event.preventDefault();
  };
  return (
    <div className="money-stage-box">
      <div className="money-tools" role="group" aria-label={t('view')}>
        <ToolButton icon="plus" label={t('zoomIn')} act={() => stage.current?.zoom(1)} />
        <ToolButton icon="minus" label={t('zoomOut')} act={() => stage.current?.zoom(-1)} />
        <button type="button" className="button" onClick={() => stage.current?.fit()}>
          {t('whole')}
        </button>
      </div>
      <div
        ref={box}
        className="money-stage"
        role="group"
        aria-label={t('picture')}
        aria-describedby="money-keys"
        data-nodes={scene.nodes.length}
        onKeyDown={press}
      >
        <canvas ref={canvas} />
        {here !== undefined && (
          <button
            key={here.node.id}
            type="button"
            className="money-cursor"
            data-cursor={here.node.id}
            aria-label={spoken(here.node)}
            aria-expanded={
              here.node.expandable || here.node.expanded ? here.node.expanded : undefined
            }
            onFocus={() => selected === null && onSelect(here.node.id)}
            onClick={() => onToggle(here.node)}
          />
        )}
      </div>
      <p id="money-keys" className="muted small">
        {t('keysAbout')}
      </p>
    </div>
  );
}

function ToolButton({
  icon,
  label,
  act,
}: {
  icon: 'plus' | 'minus';
  label: string;
  act: () => void;
}): JSX.Element {
  return (
    <button
      type="button"
      className="button icon-button"
      aria-label={label}
      title={label}
      data-act={icon}
      onClick={act}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Places are kept for as long as the page is open: nothing that is known ever moves. */
function useScene(graph: CaseGraph): Scene {
  const layout = useRef<Layout>(NO_LAYOUT);
  return useMemo(() => {
    layout.current = layOut(layout.current, graph);
    return sceneOf(graph.nodes, graph.edges, layout.current.places);
  }, [graph]);
}

/** The colours of the page, read anew when its dress changes. */
function usePalette(box: { readonly current: HTMLElement | null }): Palette | null {
  const isDark = useDark();
  const [palette, setPalette] = useState<Palette | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the dress is what the colours are read from
  useEffect(() => {
    // The page is dressed by an effect of its own, which comes after those of its parts.
    const frame = requestAnimationFrame(() => {
      if (box.current !== null) setPalette(paletteOf(box.current));
    });
    return () => cancelAnimationFrame(frame);
  }, [isDark]);
  return palette;
}

/** The button over the card is another one for each node, so that it is read aloud; whoever had the focus keeps it. */
function useFocusKept(box: { readonly current: HTMLElement | null }, id: string | undefined): void {
  const before = useRef(id);
  const had = useRef(false);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const come = (): void => {
      had.current = true;
    };
    // A button that is taken away has no relatedTarget either; one that is left for another place of the page has.
    const go = (event: FocusEvent): void => {
      had.current = event.relatedTarget === null || element.contains(event.relatedTarget as Node);
    };
    element.addEventListener('focusin', come);
    element.addEventListener('focusout', go);
    return () => {
      element.removeEventListener('focusin', come);
      element.removeEventListener('focusout', go);
    };
  }, [box]);
  useLayoutEffect(() => {
    if (before.current === id) return;
    before.current = id;
    if (
      had.current &&
      (document.activeElement === document.body || document.activeElement === null)
    )
      box.current?.querySelector<HTMLElement>('[data-cursor]')?.focus({ preventScroll: true });
  }, [box, id]);
}

/** @returns whether the key meant something here */
function keyAct(
  event: KeyboardEvent,
  stage: Stage | null,
  acts: { step: (step: Step) => void; toggle: () => void; leave: () => void },
): boolean {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey) return false;
  if (STEPS.includes(key)) {
    if (!shiftKey) acts.step(key as Step);
    else if (key === 'ArrowLeft') stage?.pan(-1, 0);
    else if (key === 'ArrowRight') stage?.pan(1, 0);
    else if (key === 'ArrowUp') stage?.pan(0, -1);
    else if (key === 'ArrowDown') stage?.pan(0, 1);
    return true;
  }
  if (key === '+' || key === '=') stage?.zoom(1);
  else if (key === '-') stage?.zoom(-1);
  else if (key === '0') stage?.fit();
  else if (key === 'Enter' || key === ' ') acts.toggle();
  else if (key === 'Escape') acts.leave();
  else return false;
  return true;
}
