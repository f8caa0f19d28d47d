import {
  broughtIn,
  type Camera,
  fitted,
  inPicture,
  moved,
  onScreen,
  openedAt,
  ZOOM_STEP,
  zoomedAt,
} from './camera.ts';
import type { Palette } from './palette.ts';
import { canvasPen, type Pen } from './pen.ts';
import { CARD } from './places.ts';
import { cardBox, type Lit, nodeAt, paint, type Scene, type SceneNode, seenBy } from './scene.ts';

export interface StageView {
  readonly scene: Scene;
  readonly palette: Palette;
  readonly lit: Lit;
  readonly selected: string | null;
  readonly sum: (minor: number) => string;
}

export interface StageActs {
  /** A card was clicked; `isHandle`: on its sign of more, or once more. Null: beside all cards. */
  readonly onPick: (id: string | null, isHandle: boolean) => void;
  readonly onPoint: (id: string | null) => void;
}

/** A press that moves less than this is a click; CSS pixels. */
const STILL = 5;
const WHEEL_STEP = 500;
const PAN_STEP = 80;
/** Cards can be read from here on; a small picture opens no smaller. */
const READABLE = 0.85;
const SMALL = 60;

/**
 * The picture on its canvas: what is seen of it, and what pointers do with it. It paints once a frame at most, and only when
 * something changed. The number of painted frames stands in `data-frame` of its box.
 */
export class Stage {
  readonly #box: HTMLElement;
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #pen: Pen;
  readonly #acts: StageActs;
  readonly #watch: ResizeObserver;
  readonly #pointers = new Map<number, { x: number; y: number }>();
  #view: StageView | null = null;
  #camera: Camera = { x: 0, y: 0, zoom: 1 };
  #isPlaced = false;
  #asked = 0;
  #frames = 0;
  #pressed: { x: number; y: number } | null = null;

  constructor(box: HTMLElement, canvas: HTMLCanvasElement, acts: StageActs) {
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    this.#box = box;
    this.#canvas = canvas;
    this.#context = context;
    this.#pen = canvasPen(context);
    this.#acts = acts;
    this.#watch = new ResizeObserver(() => {
      this.#open();
      this.#ask();
    });
    this.#watch.observe(box);
    canvas.addEventListener('pointerdown', this.#down);
    canvas.addEventListener('pointermove', this.#move);
    canvas.addEventListener('pointerup', this.#up);
    canvas.addEventListener('pointercancel', this.#cancel);
    canvas.addEventListener('pointerleave', this.#leave);
    canvas.addEventListener('wheel', this.#wheel, { passive: false });
  }

  close(): void {
    this.#watch.disconnect();
    cancelAnimationFrame(this.#asked);
    this.#asked = -1;
  }

  get measure(): Pen['measure'] {
    return (text, letters) => this.#pen.measure(text, letters);
  }

  show(view: StageView): void {
    this.#view = view;
    this.#open();
    this.#ask();
  }

  /** Whole. */
  fit(): void {
    if (this.#view === null) return;
    this.#go(fitted(this.#view.scene.box, this.#room()));
  }

  /** @param steps in, or out where less than 0 */
  zoom(steps: number): void {
    const { width, height } = this.#room();
    this.#go(zoomedAt(this.#camera, ZOOM_STEP ** steps, { x: width / 2, y: height / 2 }));
  }

  pan(right: number, down: number): void {
    this.#go(moved(this.#camera, -right * PAN_STEP, -down * PAN_STEP));
  }

  bringIn(id: string): void {
    const node = this.#view?.scene.byId.get(id);
    if (node !== undefined) this.#go(broughtIn(this.#camera, cardBox(node), this.#room()));
  }

  #room(): { width: number; height: number } {
    return { width: this.#box.clientWidth, height: this.#box.clientHeight };
  }

  /** The first look: whole where it can be read or is too great for that, else at where the most money is. */
  #open(): void {
    const { width } = this.#room();
    if (this.#isPlaced || this.#view === null || width === 0) return;
    const { scene } = this.#view;
    if (scene.nodes.length === 0) return;
    this.#isPlaced = true;
    this.fit();
    if (this.#camera.zoom >= READABLE || scene.nodes.length > SMALL) return;
    const through = ({ node }: SceneNode): number => Math.min(node.inMinor, node.outMinor);
    const main = scene.nodes.reduce((a, b) => (through(b) > through(a) ? b : a));
    this.#go(openedAt(READABLE, main, scene.box, this.#room()));
  }

  #go(camera: Camera): void {
    this.#camera = camera;
    this.#ask();
  }

  #ask(): void {
    if (this.#asked !== 0) return;
    this.#asked = requestAnimationFrame(() => {
      this.#asked = 0;
      this.#paint();
    });
  }

  #paint(): void {
    const view = this.#view;
    const { width, height } = this.#room();
    if (view === null || width === 0) return;
    const sharp = devicePixelRatio;
    const [across, down] = [Math.round(width * sharp), Math.round(height * sharp)];
    if (this.#canvas.width !== across || this.#canvas.height !== down) {
      this.#canvas.width = across;
      this.#canvas.height = down;
    }
    const { x, y, zoom } = this.#camera;
    const context = this.#context;
    context.setTransform(sharp, 0, 0, sharp, 0, 0);
    context.clearRect(0, 0, width, height);
    context.setTransform(sharp * zoom, 0, 0, sharp * zoom, -x * zoom * sharp, -y * zoom * sharp);
    const seen = seenBy(this.#camera, width, height);
    const { scene, ...options } = view;
    paint(this.#pen, scene, { ...options, zoom, seen });
    this.#placeCursor(view);
    this.#frames += 1;
    this.#box.dataset.frame = String(this.#frames);
    this.#box.dataset.zoom = zoom.toFixed(3);
  }

  /** What has the focus lies over its card, also for magnifiers that follow it. */
  #placeCursor({ scene }: StageView): void {
    const cursor = this.#box.querySelector<HTMLElement>('[data-cursor]');
    const node = scene.byId.get(cursor?.dataset.cursor ?? '');
    if (cursor === null || node === undefined) return;
    const { x, y, width, height } = cardBox(node);
    const at = onScreen(this.#camera, { x, y });
    const { zoom } = this.#camera;
    cursor.style.transform = `translate(${at.x}px, ${at.y}px)`;
    cursor.style.width = `${width * zoom}px`;
    cursor.style.height = `${height * zoom}px`;
  }

  #at(event: PointerEvent | WheelEvent): { x: number; y: number } {
    const { left, top } = this.#canvas.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  #nodeUnder(point: { x: number; y: number }): SceneNode | undefined {
    const { x, y } = inPicture(this.#camera, point);
    return this.#view === null ? undefined : nodeAt(this.#view.scene, x, y);
  }

  readonly #down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const point = this.#at(event);
    this.#pointers.set(event.pointerId, point);
    this.#pressed = this.#pointers.size === 1 ? point : null;
    this.#canvas.setPointerCapture(event.pointerId);
  };

  readonly #move = (event: PointerEvent): void => {
    const point = this.#at(event);
    const before = this.#pointers.get(event.pointerId);
    if (before === undefined) {
      const node = this.#nodeUnder(point);
      this.#canvas.style.cursor = node === undefined ? '' : 'pointer';
      this.#acts.onPoint(node?.node.id ?? null);
      return;
    }
    this.#pointers.set(event.pointerId, point);
    const pressed = this.#pressed;
    if (pressed !== null) {
      if (Math.hypot(point.x - pressed.x, point.y - pressed.y) < STILL) return;
      this.#pressed = null;
    }
    const others = [...this.#pointers].filter(([id]) => id !== event.pointerId);
    if (others.length === 0) {
      this.#go(moved(this.#camera, point.x - before.x, point.y - before.y));
      return;
    }
    // Two fingers: what is between them stays between them.
    const [[, other]] = others;
    const spread = (one: { x: number; y: number }): number =>
      Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
    const middle = { x: (before.x + other.x) / 2, y: (before.y + other.y) / 2 };
    const zoomed = zoomedAt(this.#camera, spread(point) / spread(before), middle);
    this.#go(moved(zoomed, (point.x - before.x) / 2, (point.y - before.y) / 2));
  };

  readonly #up = (event: PointerEvent): void => {
    this.#pointers.delete(event.pointerId);
    if (this.#pressed === null) return;
    this.#pressed = null;
    const node = this.#nodeUnder(this.#at(event));
    if (node === undefined) {
      this.#acts.onPick(null, false);
      return;
    }
    const at = inPicture(this.#camera, this.#at(event));
    const isHandle =
      at.x > node.x + CARD.width / 2 - 30 && at.y > node.y && this.#camera.zoom >= 0.3;
    this.#acts.onPick(node.node.id, isHandle);
  };

  readonly #cancel = (event: PointerEvent): void => {
    this.#pointers.delete(event.pointerId);
    this.#pressed = null;
  };

  readonly #leave = (): void => this.#acts.onPoint(null);

  /** With Ctrl, which two fingers on a touchpad give too; without it the page scrolls as ever. */
  readonly #wheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.#go(zoomedAt(this.#camera, 2 ** (-event.deltaY / WHEEL_STEP), this.#at(event)));
  };
}
