/** In hundredths, which people read more easily than shares. */
export const hundredths = (share: number): string => {
  const value = Math.round(share * 100);
  return value < 0 ? `−${-value}` : String(value);
};
