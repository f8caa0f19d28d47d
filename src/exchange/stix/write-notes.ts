import type { CaseFact } from '../../domain/case/case-fact.ts';
import type { CaseNetwork, CaseSignal } from '../../domain/case/case-file.ts';
import { techniqueReference } from '../amltrix/technique.ts';
import { toWire, type Wire, type WireObject } from '../elements/wire.ts';
import { DERIVED, saysMore } from './extension.ts';
import { ownId } from './ids.ts';
import type { StixWriting } from './writing.ts';

/**
 * What is said of the objects: why the system signalled, what a network did, what is held, what people said of the acts. Notes
 * (section 4.12), each of the objects it is about, or of the case where it names none.
 */
export function writeNotes(
  writing: StixWriting,
  elements: ReadonlyMap<string, string>,
  grouping: string,
): void {
  const { file } = writing;
  const note = (
    part: readonly string[],
    about: readonly string[],
    {
      extension,
      ...told
    }: { content: string; extension: WireObject; [property: string]: Wire | undefined },
  ) => {
    const known = [...new Set(about.flatMap((ref) => elements.get(ref) ?? []))];
    const refs = known.length === 0 ? [grouping] : known;
    writing.add('note', ownId('note', file, ...part), writing.strictestOf(refs), {
      ...told,
      object_refs: refs,
      extensions: saysMore(extension),
    });
  };
  for (const [i, signal] of file.signals.entries())
    note(['signal', String(i)], signal.about, signalNote(signal));
  for (const [i, network] of file.networks.entries())
    note(['network', String(i)], [], networkNote(network));
  for (const [i, hold] of file.holds.entries())
    note(['hold', String(i)], [hold.transfer], {
      content: `Hold: ${hold.state}`,
      extension: { hold: toWire(hold) },
    });
  for (const [i, fact] of file.facts.entries())
    note(['fact', String(i)], [fact.party, ...fact.shownBy], factNote(fact));
  writeTechniques(writing, elements);
}

const signalNote = ({ text, ...signal }: CaseSignal) => ({
  abstract: signal.rule === '' ? undefined : signal.rule,
  content: text,
  extension: { signal: toWire(signal) },
});

const networkNote = ({ story, ...network }: CaseNetwork) => ({
  abstract: `Network ${network.networkId}`,
  content: story,
  confidence:
    network.certainty >= 0 && network.certainty <= 1
      ? Math.round(network.certainty * 100)
      : undefined,
  extension: { network: toWire(network) },
});

const factNote = (fact: CaseFact) => ({
  abstract: `${fact.kind}: ${fact.says}`,
  content: fact.note ?? '',
  authors: fact.by === '' ? undefined : [fact.by],
  extension: { fact: toWire(fact) },
});

/** Techniques of AMLTRIX that the signals name, and what shows them. */
function writeTechniques(writing: StixWriting, elements: ReadonlyMap<string, string>): void {
  const { file, options } = writing;
  const techniques = new Set(file.signals.map(({ amltrix }) => amltrix));
  for (const technique of techniques) {
    if (technique === null) continue;
    const id = ownId('attack-pattern', file, technique);
    writing.add('attack-pattern', id, options.tlp, {
      name: `AMLTRIX ${technique}`,
      external_references: [techniqueReference(technique)],
      extensions: DERIVED,
    });
    const about = file.signals.flatMap((s) => (s.amltrix === technique ? s.about : []));
    for (const ref of new Set(about)) {
      const object = elements.get(ref);
      if (object === undefined) continue;
      writing.add(
        'relationship',
        ownId('relationship', file, 'technique', technique, ref),
        writing.strictestOf([object]),
        {
          relationship_type: 'related-to',
          source_ref: object,
          target_ref: id,
          extensions: DERIVED,
        },
      );
    }
  }
}
