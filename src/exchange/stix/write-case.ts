import type { CaseFile } from '../../domain/case/case-file.ts';
import { TLP } from '../../domain/case/marking.ts';
import { caseWire } from '../element-marks.ts';
import { saysMore } from './extension.ts';
import { ownId } from './ids.ts';
import { tlpMarkingId } from './tlp-marking.ts';
import type { StixWriting } from './writing.ts';

/**
 * The case: objects of one investigation, a grouping (section 4.4) and no report, for it is still worked on. A member under a
 * stricter mark than the package is marked in the list too: that it belongs here is told by it.
 */
export function writeCase(writing: StixWriting, elements: readonly string[]): string {
  const { file, options, by } = writing;
  const id = ownId('grouping', file, 'case');
  const members = elements.length === 0 ? [by] : [...new Set(elements)];
  const granular = members.flatMap((member, i) => {
    const tlp = writing.markOf(member);
    return TLP.indexOf(tlp) < TLP.indexOf(options.tlp)
      ? [{ marking_ref: tlpMarkingId(tlp), selectors: [`object_refs.[${i}]`] }]
      : [];
  });
  writing.add('grouping', id, options.tlp, {
    name: file.title === '' ? undefined : file.title,
    context: 'suspicious-activity',
    confidence: confidenceOf(file),
    object_refs: members,
    external_references:
      file.number === '' || file.institution.name === ''
        ? undefined
        : [{ source_name: file.institution.name, external_id: file.number }],
    granular_markings: granular.length === 0 ? undefined : granular,
    extensions: saysMore({ case: caseWire(file, options) }),
  });
  return id;
}

/** Of 100: how sure the surest network of the case is (section 3.2); undefined: nothing says. */
export function confidenceOf({ networks }: CaseFile): number | undefined {
  const certainty = networks.reduce((most, network) => Math.max(most, network.certainty), 0);
  return certainty > 0 && certainty <= 1 ? Math.round(certainty * 100) : undefined;
}
