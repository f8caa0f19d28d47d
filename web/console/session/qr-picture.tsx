import type { JSX } from 'react';
import { qrCode } from './qr-code.ts';

/** Light modules that the standard wants around the code. */
const QUIET = 4;

/** Black on white in either theme: cameras expect it. */
export function QrPicture({ text, label }: { text: string; label: string }): JSX.Element {
  const modules = qrCode(text);
  const size = modules.length + 2 * QUIET;
  const path = modules.flatMap((row, y) =>
    row.map((dark, x) => (dark ? `M${x + QUIET},${y + QUIET}h1v1h-1z` : '')),
  );
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path.join('')} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
