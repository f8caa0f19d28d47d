import type { JSX } from 'react';
import type { PackageLeaving } from '../../../src/client/packages.ts';
import { TlpMark } from '../cases/case-marks.tsx';
import { useFormat } from '../format.ts';
import { usePackageTexts } from './texts.ts';
import { usePackageOptions } from './use-packages.ts';

/** Of many elements the first ones are drawn. */
const ELEMENTS_SHOWN = 200;

/** Element by element, field by field: what leaves and why, what stays, and what no choice lets out. */
export function LeavingView({ leaving }: { leaving: PackageLeaving }): JSX.Element {
  const t = usePackageTexts();
  const format = useFormat();
  const words = useFieldWords();
  const { elements, more, withheld } = leaving;
  const values = elements.reduce((sum, { leaves }) => sum + leaves.length, 0);
  const rest = more + Math.max(0, elements.length - ELEMENTS_SHOWN);
  return (
    <section data-leaving>
      <h2>{t('leaving')}</h2>
      <p>
        {t('leavingOf', {
          elements: format.number(elements.length + more),
          values: format.number(values),
        })}
      </p>
      <div className="leaving">
        {elements.slice(0, ELEMENTS_SHOWN).map(({ element, id, origin, leaves, stays }) => (
          <div key={`${element} ${id}`} className="leaving-element" data-element={element}>
            <h3>
              {t(`element.${element}`)} <code>{id}</code>
              {origin !== null && (
                <>
                  {' '}
                  <TlpMark tlp={origin.tlp} /> <span className="muted">{origin.from}</span>
                </>
              )}
            </h3>
            <dl className="told">
              {leaves.map(({ field, value, why }) => (
                <div key={field}>
                  <dt>
                    {words(field)} <small className="muted">{t(why)}</small>
                  </dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            {stays.length > 0 && (
              <p className="small muted">
                {t('stays')}: {stays.map(words).join(', ')}
              </p>
            )}
          </div>
        ))}
      </div>
      {rest > 0 && <p className="muted">{t('leavingMore', { n: format.number(rest) })}</p>}
      {withheld.length > 0 && (
        <>
          <h3>{t('withheld')}</h3>
          <ul className="plain" data-withheld>
            {withheld.map(({ element, id, from, tlp, detail }) => (
              <li key={`${element} ${id}`}>
                {t(`element.${element}`)} <code>{id}</code> · {from} <TlpMark tlp={tlp} />{' '}
                <span className="muted">{detail}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** A class of fields in words; its name while the words are on their way. */
function useFieldWords(): (field: string) => string {
  const fields = usePackageOptions().data?.fields ?? [];
  const titles = new Map<string, string>(fields.map(({ field, title }) => [field, title]));
  return (field) => titles.get(field) ?? field;
}
