import type { CaseFile } from '../../domain/case/case-file.ts';
import { type Origin, stricter, type Tlp } from '../../domain/case/marking.ts';
import { ok, type Result } from '../../domain/errors/catalogue.ts';
import { techniquesOf, techniqueTag } from '../amltrix/technique.ts';
import { canonical } from '../canonical.ts';
import { caseUuid, sharedUuid } from '../case-uuid.ts';
import {
  caseWire,
  elementWire,
  isoTime,
  type MarkingOptions,
  nameOf,
  refuseRed,
  refuseTimes,
  tlpOf,
} from '../element-marks.ts';
import { toWire, type WireObject } from '../elements/wire.ts';
import { FIELD_CLASSES, type FieldClass } from '../fields/field-class.ts';
import type { Pap } from '../foreign-facts.ts';
import type { Written } from '../written.ts';
import { EventParts, type MispAttribute, type MispObject } from './event.ts';
import { papTag, tlpTag } from './tags.ts';
import {
  accountView,
  contactView,
  type LoneView,
  partyView,
  postView,
  reportView,
  signalView,
  transferView,
  type View,
} from './views.ts';

export interface MispOptions extends MarkingOptions {
  /** What the reader may do with it; unless told, nothing that those it is about could notice. */
  readonly pap?: Pap;
}

/** The element objects say all that a case file holds. */
export const MISP_CARRIES: readonly FieldClass[] = FIELD_CLASSES;
export const MISP_NEEDS: readonly FieldClass[] = [];

/** MISP keeps the value of an attribute in a column of MariaDB TEXT. */
const VALUE_MOST_BYTES = 65_535;

/**
 * A case as a MISP event: docs/reference/misp.md. The same case file and options give the same bytes.
 *
 * Fails with QRG_WRITTEN_RED and QRG_WRITTEN_TIME.
 */
export function writeMisp(file: CaseFile, options: MispOptions): Result<Written> {
  const red = refuseRed(file, options);
  if (!red.ok) return red;
  const times = refuseTimes(file);
  if (!times.ok) return times;
  const { objects, attributes } = new EventWriting(file, options).all();
  const opened = file.openedAt === 0 ? file.asOf : file.openedAt;
  const event = {
    uuid: caseUuid(file, 'misp', 'event'),
    info: [file.title, file.number, 'Case'].find((text) => text !== ''),
    date: isoTime(opened).slice(0, 10),
    timestamp: seconds(file.asOf),
    publish_timestamp: '0',
    published: false,
    // 0 initial, 1 ongoing, 2 completed.
    analysis: file.state === 'open' ? '0' : file.state === 'closed' ? '2' : '1',
    // 4 undefined: MISP means the sophistication of malware by it.
    threat_level_id: '4',
    // 0 this organisation only: whoever imports it decides who else may see it.
    distribution: '0',
    extends_uuid: '',
    Orgc: {
      name: file.institution.name === '' ? 'Sender' : file.institution.name,
      uuid: sharedUuid('organisation', file.institution.country, file.institution.code),
    },
    Tag: [
      tlpTag(options.tlp),
      papTag(options.pap ?? 'amber'),
      ...techniquesOf(file.signals).map(techniqueTag),
    ].map((name) => ({ name })),
    Attribute: attributes,
    Object: objects,
  };
  return ok({
    fileName: `misp-${nameOf(file.number)}.json`,
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(`${JSON.stringify({ Event: event })}\n`),
    left: tooLong(objects),
  });
}

const seconds = (at: number): string => String(Math.floor(at / 1000));

function tooLong(objects: readonly MispObject[]): string[] {
  const encoder = new TextEncoder();
  return objects.flatMap(({ name, Attribute }) =>
    Attribute.flatMap(({ object_relation, value }) =>
      encoder.encode(value).length > VALUE_MOST_BYTES
        ? [
            `${name}.${object_relation}: longer than MISP keeps (${VALUE_MOST_BYTES} bytes), it may cut it`,
          ]
        : [],
    ),
  );
}

interface Shown {
  readonly view?: View | LoneView | undefined;
  readonly role?: string;
  readonly tlp?: Tlp;
}

/** Objects of one event: each element in a published template, and in full beside it. */
class EventWriting {
  readonly #file: CaseFile;
  readonly #options: MispOptions;
  readonly #parts: EventParts;
  readonly #attributes: MispAttribute[] = [];
  readonly #objects: MispObject[] = [];
  readonly #marks: ReadonlyMap<string, Tlp>;

  constructor(file: CaseFile, options: MispOptions) {
    this.#file = file;
    this.#options = options;
    const { parties, accounts, transfers, posts, contacts } = file;
    this.#marks = new Map(
      [parties, accounts, transfers, posts, contacts]
        .flat()
        .map(({ id, origin }) => [id, tlpOf(origin, options)]),
    );
    this.#parts = new EventParts(file, seconds(file.asOf), options.tlp);
  }

  all(): { objects: readonly MispObject[]; attributes: readonly MispAttribute[] } {
    const { institution, officer } = this.#file;
    const { title } = this.#file;
    this.#element(
      'case',
      '',
      { ...caseWire(this.#file, this.#options), ...toWire({ title }) },
      null,
      {
        view: reportView(this.#file),
      },
    );
    this.#element(
      'sender',
      '',
      {
        institution: toWire(institution),
        ...(officer === null ? {} : { officer: toWire(officer, ['userId']) }),
      },
      null,
    );
    this.#moneyAndPeople();
    this.#words();
    this.#said();
    return { objects: this.#objects, attributes: this.#attributes };
  }

  #moneyAndPeople(): void {
    const { parties, accounts, transfers } = this.#file;
    const people = new Map(
      parties.map((p) => [
        p.id,
        this.#element('party', p.id, elementWire(p), p.origin, {
          view: partyView(p),
          role: p.role,
        }),
      ]),
    );
    const books = new Map(
      accounts.map((a) => [
        a.id,
        this.#element('account', a.id, elementWire(a), a.origin, {
          view: accountView(a),
          role: a.role,
        }),
      ]),
    );
    for (const { id, holder } of accounts)
      this.#refer(people.get(holder ?? ''), books.get(id), 'owner-of');
    const byId = new Map(accounts.map((a) => [a.id, a]));
    for (const t of transfers) {
      const view = this.#element('transfer', t.id, elementWire(t), t.origin, {
        view: transferView(t, byId),
      });
      this.#refer(view, books.get(t.payer), 'connected-from');
      this.#refer(view, books.get(t.payee), 'connected-to');
    }
  }

  #words(): void {
    const { posts, contacts } = this.#file;
    const seen = new Map(
      posts.map((p) => [
        p.id,
        this.#element('post', p.id, elementWire(p), p.origin, { view: postView(p) }),
      ]),
    );
    const ids = new Set(posts.map(({ id }) => id));
    for (const c of contacts) {
      const view = contactView(c, ids) ?? undefined;
      const object = this.#element('contact', c.id, elementWire(c), c.origin, { view });
      for (const post of c.seenWith) this.#refer(seen.get(post), object, 'mentions');
    }
  }

  #said(): void {
    const { signals, networks, holds, facts } = this.#file;
    const say = (
      kind: string,
      i: number,
      said: object,
      about: readonly string[],
      view?: LoneView,
    ) =>
      this.#element(kind, String(i), toWire(said), null, { view, tlp: this.#strictestOf(about) });
    for (const [i, s] of signals.entries())
      say('signal', i, s, s.about, signalView(s) ?? undefined);
    for (const [i, n] of networks.entries()) say('network', i, n, []);
    for (const [i, h] of holds.entries()) say('hold', i, h, [h.transfer]);
    for (const [i, f] of facts.entries()) say('fact', i, f, [f.party, ...f.shownBy]);
  }

  /** What is said of an element of another house is handled as strictly as the element. */
  #strictestOf(about: readonly string[]): Tlp {
    return about
      .map((ref) => this.#marks.get(ref) ?? this.#options.tlp)
      .reduce(stricter, this.#options.tlp);
  }

  /** Writes an element in full and as its view; gives the view. */
  #element(
    kind: string,
    id: string,
    wire: WireObject,
    origin: Origin | null,
    { view, role, ...told }: Shown = {},
  ): MispObject | MispAttribute | undefined {
    const tlp = told.tlp ?? tlpOf(origin, this.#options);
    const seen =
      view === undefined
        ? undefined
        : 'template' in view
          ? this.#parts.object(view, [kind, id], tlp)
          : this.#parts.attribute(view, [kind, id], tlp);
    const full = this.#parts.object(
      {
        template: 'mule-case-element',
        parts: [
          { relation: 'kind', value: kind },
          ...(id === '' ? [] : [{ relation: 'reference', value: id }]),
          ...(role === undefined ? [] : [{ relation: 'role', value: role }]),
          { relation: 'content', value: canonical(wire) },
        ],
      },
      [kind, id],
      tlp,
    );
    this.#objects.push(full);
    if (seen === undefined) return undefined;
    this.#parts.refer(full, seen, 'characterizes');
    if ('Attribute' in seen) this.#objects.push(seen);
    else this.#attributes.push(seen);
    return seen;
  }

  #refer(
    from: MispObject | MispAttribute | undefined,
    to: MispObject | MispAttribute | undefined,
    kind: string,
  ): void {
    if (from !== undefined && to !== undefined && 'Attribute' in from)
      this.#parts.refer(from, to, kind);
  }
}
