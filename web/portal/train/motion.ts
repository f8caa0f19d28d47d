const still = matchMedia('(prefers-reduced-motion: reduce)');

/** The visitor has not asked for stillness. */
export const wantsMotion = (): boolean => !still.matches;
