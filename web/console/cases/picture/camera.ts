/** What part of the picture is seen: a point of the picture at x, y shows at (x - camera.x) * zoom. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Room {
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export const ZOOM_STEP = 1.3;
const ZOOM_LEAST = 0.02;
const ZOOM_MOST = 2.5;
/** A picture that fits is not blown up. */
const FIT_MOST = 1;
const MARGIN = 24;

const within = (zoom: number): number => Math.min(ZOOM_MOST, Math.max(ZOOM_LEAST, zoom));

export const onScreen = (camera: Camera, { x, y }: Point): Point => ({
  x: (x - camera.x) * camera.zoom,
  y: (y - camera.y) * camera.zoom,
});

export const inPicture = (camera: Camera, { x, y }: Point): Point => ({
  x: camera.x + x / camera.zoom,
  y: camera.y + y / camera.zoom,
});

/** The same point of the picture stays under the same point of the screen. */
export function zoomedAt(camera: Camera, factor: number, { x, y }: Point): Camera {
  const zoom = within(camera.zoom * factor);
  const fixed = inPicture(camera, { x, y });
  return { zoom, x: fixed.x - x / zoom, y: fixed.y - y / zoom };
}

/** @param dx pixels of the screen; to the right brings what is on the left into sight */
export const moved = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  x: camera.x - dx / camera.zoom,
  y: camera.y - dy / camera.zoom,
});

/** All of the box, in the middle. */
export function fitted({ x, y, width, height }: Box, room: Room): Camera {
  const zoom = within(
    Math.min(
      FIT_MOST,
      (room.width - 2 * MARGIN) / Math.max(1, width),
      (room.height - 2 * MARGIN) / Math.max(1, height),
    ),
  );
  return {
    zoom,
    x: x + width / 2 - room.width / zoom / 2,
    y: y + height / 2 - room.height / zoom / 2,
  };
}

/** As much as is needed for the box to be seen whole, and no more. */
export function broughtIn(camera: Camera, box: Box, room: Room): Camera {
  const { zoom } = camera;
  const shift = (from: number, size: number, seen: number, least: number): number => {
    if (from - MARGIN / zoom < least) return from - MARGIN / zoom - least;
    const over = from + size + MARGIN / zoom - (least + seen);
    return over > 0 ? over : 0;
  };
  return {
    zoom,
    x: camera.x + shift(box.x, box.width, room.width / zoom, camera.x),
    y: camera.y + shift(box.y, box.height, room.height / zoom, camera.y),
  };
}

/** At this zoom: along each side the whole box in the middle where it fits, else the point, as far as the box goes. */
export function openedAt(zoom: number, { x, y }: Point, box: Box, room: Room): Camera {
  const along = (point: number, from: number, size: number, seen: number): number => {
    const whole = from + size / 2 - seen / 2;
    if (size + (2 * MARGIN) / zoom <= seen) return whole;
    const least = from - MARGIN / zoom;
    const most = from + size + MARGIN / zoom - seen;
    return Math.min(most, Math.max(least, point - seen / 2));
  };
  return {
    zoom,
    x: along(x, box.x, box.width, room.width / zoom),
    y: along(y, box.y, box.height, room.height / zoom),
  };
}
