import type { CaseFile } from '../../domain/case/case-file.ts';
import type { Tlp } from '../../domain/case/marking.ts';
import { caseUuid } from '../case-uuid.ts';
import {
  type AttributeType,
  categoryOf,
  type ObjectTemplate,
  TEMPLATES,
} from './object-templates.ts';
import { tlpTag } from './tags.ts';
import type { LoneView, Part, View } from './views.ts';

/** As MISP exports them: numbers are texts, booleans are not. */
export interface MispTag {
  readonly name: string;
}
export interface MispAttribute {
  readonly uuid: string;
  readonly type: string;
  readonly category: string;
  readonly value: string;
  readonly to_ids: boolean;
  readonly timestamp: string;
  readonly distribution: string;
  readonly comment?: string;
  readonly disable_correlation: boolean;
  readonly object_relation: string | null;
  readonly Tag?: readonly MispTag[];
}
export interface MispReference {
  readonly uuid: string;
  readonly object_uuid: string;
  readonly referenced_uuid: string;
  readonly relationship_type: string;
}
export interface MispObject {
  readonly uuid: string;
  readonly name: string;
  readonly 'meta-category': string;
  readonly description: string;
  readonly template_uuid: string;
  readonly template_version: string;
  readonly timestamp: string;
  readonly distribution: string;
  readonly Attribute: readonly MispAttribute[];
  readonly ObjectReference: MispReference[];
}

/** 5: as the event (MISP core format, section 2.2). */
const AS_THE_EVENT = '5';
/** What is the same in many cases, and says nothing when it is: MISP should not tie events by it. */
const COMMON_RELATIONS = new Set([
  'kind',
  'reference',
  'role',
  'content',
  'type',
  'text',
  'status-code',
  'currency-code',
  'institution-name',
  'institution-code',
  'swift',
  'symbol',
  'transmode-code',
  'from-country',
  'to-country',
  'language',
  'gender',
  'nationality',
]);

/** Builds the parts of one event. */
export class EventParts {
  readonly #file: CaseFile;
  readonly #timestamp: string;
  readonly #tlp: Tlp;

  constructor(file: CaseFile, timestamp: string, tlp: Tlp) {
    this.#file = file;
    this.#timestamp = timestamp;
    this.#tlp = tlp;
  }

  object({ template: name, parts }: View, key: readonly string[], tlp: Tlp): MispObject {
    const template: ObjectTemplate = TEMPLATES[name];
    const uuid = caseUuid(this.#file, 'misp', name, ...key);
    return {
      uuid,
      name: template.name,
      'meta-category': template.metaCategory,
      description: template.description,
      template_uuid: template.uuid,
      template_version: String(template.version),
      timestamp: this.#timestamp,
      distribution: AS_THE_EVENT,
      Attribute: parts.map((part, i) =>
        this.#attribute(template.relations[part.relation]!, part, [uuid, String(i)], tlp),
      ),
      ObjectReference: [],
    };
  }

  attribute({ type, value, toIds }: LoneView, key: readonly string[], tlp: Tlp): MispAttribute {
    return this.#attribute(type, { relation: '', value, toIds }, key, tlp);
  }

  #attribute(
    type: AttributeType,
    { relation, value, toIds = false, comment }: Part,
    key: readonly string[],
    tlp: Tlp,
  ): MispAttribute {
    return {
      uuid: caseUuid(this.#file, 'misp', 'attribute', ...key),
      type,
      category: categoryOf(type),
      value,
      to_ids: toIds,
      timestamp: this.#timestamp,
      distribution: AS_THE_EVENT,
      ...(comment === undefined ? {} : { comment }),
      disable_correlation: COMMON_RELATIONS.has(relation),
      object_relation: relation === '' ? null : relation,
      // Without a tag of its own an attribute is handled as the event.
      ...(tlp === this.#tlp ? {} : { Tag: [{ name: tlpTag(tlp) }] }),
    };
  }

  refer(from: MispObject, to: { readonly uuid: string }, kind: string): void {
    from.ObjectReference.push({
      uuid: caseUuid(this.#file, 'misp', 'reference', from.uuid, kind, to.uuid),
      object_uuid: from.uuid,
      referenced_uuid: to.uuid,
      relationship_type: kind,
    });
  }
}
