export const RISK_LEVELS = ['low', 'medium', 'high'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** How closely a customer is to be known. */
export const DUE_DILIGENCE = ['simplified', 'standard', 'enhanced'] as const;
export type DueDiligence = (typeof DUE_DILIGENCE)[number];

/** One reason of a rating, with the figures that its words need and the parameter that gave its points. */
export interface RiskReason {
  /** Id of the factor in the parameters: data/risk. */
  readonly factor: string;
  readonly points: number;
  readonly facts: Readonly<Record<string, number | string>>;
}

/** In the order in which they are done. */
export const MEASURE_KINDS = ['document', 'question', 'approval', 'limit', 'monitoring'] as const;

/** Something that is to be done before or while the customer is served. Ids of data/risk: words, ground and source stand there. */
export interface RiskMeasure {
  readonly measure: string;
  readonly kind: (typeof MEASURE_KINDS)[number];
}

export interface RiskRating {
  /** 0..100, capped: reasons may add up to more. */
  readonly points: number;
  readonly level: RiskLevel;
  /** Most points first. */
  readonly reasons: readonly RiskReason[];
  readonly dueDiligence: DueDiligence;
  readonly measures: readonly RiskMeasure[];
  /** When it is to be looked at again at the latest, epoch ms. */
  readonly reviewAt: number;
  /** Version of the parameters that it was made by. */
  readonly parameters: string;
}
