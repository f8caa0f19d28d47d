import { fileURLToPath } from 'node:url';

/** DejaVu Sans has every letter of Russian and Kazakh, and the sign of the tenge. */
const fontPath = (name: string): string =>
  fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));

export const PLAIN_FONT = fontPath('DejaVuSans');
export const BOLD_FONT = fontPath('DejaVuSans-Bold');
