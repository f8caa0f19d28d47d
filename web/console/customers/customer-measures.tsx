import type { JSX } from 'react';
import { documentChecklist } from '../../../src/screening/documents/checklist.ts';
import { MEASURE_KINDS } from '../../../src/screening/risk/rating.ts';
import type { CustomerDetail, Rating } from '../api.ts';
import { useFormat } from '../format.ts';
import { SourceMark, SourceNote } from '../risk/source-note.tsx';
import { useRiskTexts } from '../risk/texts.ts';
import { useCustomerTexts } from './texts.ts';

type Measure = Rating['measures'][number];

const DAY_MS = 86_400_000;

/** The measure that asks for the one document which the institution tells of. */
const IDENTITY_DOCUMENT = 'id-document';

/** What is to be done with the customer, by kind; documents with whether they are there. */
export function CustomerMeasures({ customer }: { customer: CustomerDetail }): JSX.Element {
  const t = useCustomerTexts();
  const tr = useRiskTexts();
  const measures = customer.rating?.measures ?? [];
  return (
    <section>
      <h2>{tr('measures')}</h2>
      {measures.length === 0 && <p className="muted">{t('measuresNone')}</p>}
      {MEASURE_KINDS.map((kind) => {
        const found = measures.filter((one) => one.kind === kind);
        if (found.length === 0) return null;
        return (
          <div key={kind}>
            <h3 className="measure-kind">{tr(`kind.${kind}`)}</h3>
            {kind === 'document' && <p className="muted small">{t('documentsAbout')}</p>}
            <ul className="measures">
              {found.map((measure) => (
                <MeasureItem key={measure.measure} measure={measure} customer={customer} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function MeasureItem({
  measure,
  customer,
}: {
  measure: Measure;
  customer: CustomerDetail;
}): JSX.Element {
  return (
    <li>
      <details className="provision">
        <summary>
          <span>{measure.text}</span>
          {measure.kind === 'document' && <DocumentState measure={measure} customer={customer} />}
          {measure.source !== null && <SourceMark source={measure.source} />}
        </summary>
        {measure.source !== null && <SourceNote source={measure.source} />}
      </details>
    </li>
  );
}

/** There, not told, or expired. */
function DocumentState({
  measure,
  customer: { document },
}: {
  measure: Measure;
  customer: CustomerDetail;
}): JSX.Element {
  const t = useCustomerTexts();
  const format = useFormat();
  const held =
    document === null
      ? []
      : [
          {
            measure: IDENTITY_DOCUMENT,
            ...(document.expiresOn !== null && {
              // Of the last day, the end.
              expiresAt: Date.parse(`${document.expiresOn}T00:00:00+05:00`) + DAY_MS,
            }),
          },
        ];
  const [{ state, expiresAt }] = documentChecklist([measure], held, Date.now());
  return (
    <span className={`state-tag document-${state}`}>
      {t(`document.${state}`)}
      {expiresAt !== undefined && `, ${t('until', { day: format.date(expiresAt - DAY_MS) })}`}
    </span>
  );
}
