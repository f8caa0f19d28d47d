import type { JSX } from 'react';
import type { CampaignDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { useWidth } from '../pieces/use-width.ts';
import { dayBars } from './day-bars.ts';
import { useCampaignTexts } from './texts.ts';

/** CSS pixels. */
const BAR_LEAST = 7;
const BAR_MOST = 26;
const HEIGHT = 96;
const FOOT = 20;
const WIDTH_MOST = 860;

/** How many posts on which day: a small picture, and the same in one sentence. */
export function CampaignDays({ days }: { days: CampaignDetail['days'] }): JSX.Element | null {
  const t = useCampaignTexts();
  const format = useFormat();
  const [box, room] = useWidth<HTMLDivElement>();
  if (days.length === 0) return null;
  const width = Math.min(WIDTH_MOST, room);
  const { bars, unit, most } = dayBars(days, Math.max(7, Math.floor(width / BAR_LEAST)));
  const step = Math.min(BAR_MOST, width / Math.max(1, bars.length));
  const day = (told: string): string => format.date(Date.parse(told));
  const top = days.reduce((best, one) => (one.posts > best.posts ? one : best));
  const story = t('overTimeAbout', {
    n: format.number(days.reduce((sum, { posts }) => sum + posts, 0)),
    from: day(days[0].day),
    to: day(days[days.length - 1].day),
    most: format.number(top.posts),
    when: day(top.day),
  });
  const end = bars.length * step;
  return (
    <section>
      <h2>{t('overTime')}</h2>
      <div className="links-picture day-bars" ref={box}>
        {room > 0 && (
          <svg
            viewBox={`0 0 ${width} ${HEIGHT + FOOT}`}
            width={width}
            height={HEIGHT + FOOT}
            role="img"
            aria-label={story}
          >
            <path className="money-axis" d={`M0 ${HEIGHT}H${width}`} />
            {bars.map(({ day: first, posts }, i) => {
              const tall = most === 0 ? 0 : ((HEIGHT - 8) * posts) / most;
              return (
                <rect
                  key={first}
                  className="day-bar"
                  x={i * step + 1}
                  y={HEIGHT - tall}
                  width={Math.max(2, step - 2)}
                  height={tall}
                >
                  <title>{`${day(first)}: ${format.number(posts)}`}</title>
                </rect>
              );
            })}
            <text x={0} y={HEIGHT + 15}>
              {day(bars[0].day)}
            </text>
            {end > 190 && (
              <text x={end} y={HEIGHT + 15} textAnchor="end">
                {day(bars[bars.length - 1].day)}
              </text>
            )}
          </svg>
        )}
      </div>
      <p className="muted small">
        {story} {t(unit === 'week' ? 'byWeek' : 'byDay')}.
      </p>
    </section>
  );
}
