import type { Localized } from '../../../src/domain/language.ts';
import type { Role } from '../../../src/network/role.ts';
import type { RoleLabel } from '../../../src/report/labels.ts';
import type { Format } from '../format.ts';
import type { FlowTextName } from './flow-texts.ts';

/** What the money-flow picture is drawn with, whoever shows it: the report of a scan or the console. */
export interface FlowContext {
  readonly t: (name: FlowTextName, args?: Readonly<Record<string, string | number>>) => string;
  readonly words: (text: Localized) => string;
  /** What roles are called and what they mean in this picture. */
  readonly roles: Readonly<Record<Role, RoleLabel>>;
  readonly format: Pick<Format, 'money' | 'moneyShort' | 'number' | 'moment' | 'duration'>;
  /** How a member is called on its card. */
  readonly nameOf: (account: string) => string;
  /** The same as a link to its page, with whatever tells two of one name apart. */
  readonly linkTo: (account: string) => HTMLElement;
  /** What is known of a member beside the network; undefined when nothing is. */
  readonly about: (account: string) => FlowMemberFacts | undefined;
  /** Goes to the page of a member. */
  readonly open: (account: string) => void;
  /** Whether members have a score that means something here. */
  readonly hasScores: boolean;
  /** Width there is for the picture, CSS pixels. */
  readonly room: () => number;
}

export interface FlowMemberFacts {
  readonly bank: string;
  /** null: nothing left it. */
  readonly heldMsMedian: number | null;
}
