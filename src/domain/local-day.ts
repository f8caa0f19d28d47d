/** Kazakhstan has had one time zone, UTC+5, since 1 March 2024; days are counted in it. */
export const LOCAL_OFFSET_MS = 5 * 3_600_000;

const DAY_MS = 86_400_000;

/** The moment the local day of `at` began, epoch ms UTC. */
export const localDayStart = (at: number): number =>
  Math.floor((at + LOCAL_OFFSET_MS) / DAY_MS) * DAY_MS - LOCAL_OFFSET_MS;
