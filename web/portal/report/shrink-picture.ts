/** A picture drawn anew on the device: points only, so that place, time and model of the phone stay here. */
export interface ShrunkPicture {
  readonly blob: Blob;
  /** To look at: the policy of the page lets no picture of another address in. */
  readonly canvas: HTMLCanvasElement;
}

export type PictureFault = 'pictureKind' | 'pictureBig' | 'pictureBroken';

export const PICTURES_MOST = 3;
const TYPES = ['image/png', 'image/jpeg', 'image/webp'];
const BYTES_MOST = 5 * 2 ** 20;
const POINTS_MOST = 40_000_000;
/** A telephone's screenshot at its own size. */
const SIDE_MOST = 2_400;
const QUALITY = 0.85;

export async function shrinkPicture(file: File): Promise<ShrunkPicture | PictureFault> {
  if (!TYPES.includes(file.type)) return 'pictureKind';
  if (file.size > BYTES_MOST) return 'pictureBig';
  try {
    const bitmap = await createImageBitmap(file);
    if (bitmap.width * bitmap.height > POINTS_MOST) return 'pictureBig';
    const canvas = drawn(bitmap);
    bitmap.close();
    const blob = (await encoded(canvas, 'image/webp')) ?? (await encoded(canvas, 'image/jpeg'));
    return blob === undefined ? 'pictureBroken' : { blob, canvas };
  } catch {
    return 'pictureBroken';
  }
}

function drawn(bitmap: ImageBitmap): HTMLCanvasElement {
  const scale = Math.min(1, SIDE_MOST / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** A browser that cannot write WebP writes PNG instead, which is larger. */
async function encoded(canvas: HTMLCanvasElement, type: string): Promise<Blob | undefined> {
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, QUALITY));
  return blob?.type === type ? blob : undefined;
}
