import { numberText } from '../pieces/plain-words.ts';
import { useLanguage, useSay } from '../say.ts';
import { T } from './texts.ts';

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** null: hidden. */
  readonly count: number | null;
}

/** Numbers as lengths, each with its words and its number beside it: nothing is told by colour. */
export function Bars({ title, bars }: { readonly title: string; readonly bars: readonly Bar[] }) {
  const say = useSay();
  const language = useLanguage();
  const most = Math.max(1, ...bars.map(({ count }) => count ?? 0));
  return (
    <table class="figures-bars">
      <caption class="unseen">{title}</caption>
      <tbody>
        {bars.map(({ key, label, count }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td class="figures-bar" aria-hidden="true">
              <svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
                {count === null ? (
                  <line class="figures-hidden" x1="0" x2="100" y1="5" y2="5" />
                ) : (
                  <rect class="figures-fill" width={(100 * count) / most} height="10" />
                )}
              </svg>
            </td>
            <td class="figures-count">
              {count === null ? say(T.hidden) : numberText(count, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
