import { fail, ok, type Result } from '../domain/errors/catalogue.ts';
import type { BlockPool } from './block-pool.ts';
import type { Engine, EngineResume } from './engine.ts';
import type { Evidence } from './evidence.ts';
import { FEATURES } from './features.ts';
import { RECORD_BYTES } from './layout.ts';
import type { AccountLinks } from './ledger.ts';

/**
 * The whole state of an engine as bytes, and back. Layout: magic, length of the header (u32), header
 * (JSON), padding to 8, then the buffers that the header lists, end to end. A snapshot is refused when
 * the record, the features or the rules of the engine that reads it differ: its numbers would mean
 * something else.
 */
const MAGIC = 'QRGSNAP1';

interface PoolHeader {
  pages: number[];
  used: number[];
  free: number[][];
}

interface Header {
  layout: string;
  size: number;
  lots: PoolHeader;
  windows: PoolHeader;
  counterparties: PoolHeader;
  taintsFree: number[];
  lotsMerged: number;
  evicted: number;
  hubs: number;
  links: AccountLinks;
  idCount: number;
  idYoung: number;
  /** account, then rule, strength, at, seq, fired, number of facts for each entry */
  evidence: [number, number[]][];
  resume: EngineResume;
  lengths: number[];
}

/** What the numbers of a snapshot depend on. */
function layoutOf(engine: Engine): string {
  const rules = engine.ruleset.rules.map((r) => `${r.id}:${r.uses.length}`);
  const model = engine.learned?.model.name ?? '';
  return JSON.stringify([RECORD_BYTES, FEATURES.map((f) => f.name), rules, model]);
}

export function saveEngine(engine: Engine): Uint8Array {
  const { ledger } = engine;
  const buffers: Uint8Array[] = [];
  const keep = (view: ArrayBufferView): void => {
    buffers.push(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  };
  for (const page of ledger.accounts.pages) keep(page.u8);
  const lots = savePool(ledger.lots.pool, keep);
  const windows = savePool(ledger.windows.pool, keep);
  const counterparties = savePool(ledger.counterparties.pool, keep);
  keep(Float64Array.from(ledger.lots.taints));
  const ids = engine.ids.save();
  keep(ids.keys);
  const evidence = saveEvidence(engine, keep);
  if (engine.moves) keep(engine.moves.columns.save());
  if (engine.passOns) keep(engine.passOns.columns.save());
  if (engine.learned) keep(engine.learned.heard.columns.save());
  const header: Header = {
    layout: layoutOf(engine),
    size: ledger.accounts.size,
    lots,
    windows,
    counterparties,
    taintsFree: ledger.lots.taintsFree,
    lotsMerged: ledger.lots.merged,
    evicted: ledger.counterparties.evicted,
    hubs: ledger.hubs,
    links: ledger.links(),
    idCount: ids.count,
    idYoung: ids.young,
    evidence,
    resume: engine.resume(),
    lengths: buffers.map((b) => b.byteLength),
  };
  return join(new TextEncoder().encode(JSON.stringify(header)), buffers);
}

function savePool(pool: BlockPool, keep: (view: ArrayBufferView) => void): PoolHeader {
  for (const c of pool.classes) for (const page of c.pages) keep(page.u32);
  return {
    pages: pool.classes.map((c) => c.pages.length),
    used: pool.classes.map((c) => c.used),
    free: pool.classes.map((c) => c.free),
  };
}

function saveEvidence(engine: Engine, keep: (view: ArrayBufferView) => void): Header['evidence'] {
  const facts: number[] = [];
  const entries: Header['evidence'] = [];
  for (const [account, list] of engine.evidence.byAccount) {
    const flat: number[] = [];
    for (const e of list) {
      flat.push(e.rule, e.at, e.seq, e.fired, e.facts.length);
      // Strength travels with the facts as bytes: JSON would round it.
      facts.push(e.strength, ...e.facts);
    }
    entries.push([account, flat]);
  }
  keep(Float64Array.from(facts));
  return entries;
}

function join(header: Uint8Array, buffers: readonly Uint8Array[]): Uint8Array {
  const start = Math.ceil((MAGIC.length + 4 + header.length) / 8) * 8;
  const all = new Uint8Array(buffers.reduce((n, b) => n + b.byteLength, start));
  all.set(new TextEncoder().encode(MAGIC));
  new DataView(all.buffer).setUint32(MAGIC.length, header.length, true);
  all.set(header, MAGIC.length + 4);
  let offset = start;
  for (const b of buffers) {
    all.set(b, offset);
    offset += b.byteLength;
  }
  return all;
}

/** Puts the state of `bytes` into a fresh engine made with the same options. */
export function restoreEngine(engine: Engine, bytes: Uint8Array): Result<Engine> {
  if (new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    return fail('QRG_SNAPSHOT_DAMAGED');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(MAGIC.length, true);
  const from = MAGIC.length + 4;
  let header: Header;
  try {
    header = JSON.parse(new TextDecoder().decode(bytes.subarray(from, from + length)));
  } catch {
    return fail('QRG_SNAPSHOT_DAMAGED');
  }
  if (header.layout !== layoutOf(engine)) return fail('QRG_SNAPSHOT_OTHER_ENGINE');
  let offset = Math.ceil((from + length) / 8) * 8;
  const whole = header.lengths.reduce((n, l) => n + l, offset);
  if (whole !== bytes.byteLength) return fail('QRG_SNAPSHOT_DAMAGED');
  const buffers = header.lengths.map((l) => {
    // Copied by the constructor: `slice` of a Buffer of Node would be a view of the same memory.
    const part = new Uint8Array(bytes.subarray(offset, offset + l)).buffer;
    offset += l;
    return part;
  });
  fill(engine, header, buffers);
  return ok(engine);
}

function fill(engine: Engine, header: Header, buffers: ArrayBuffer[]): void {
  const { ledger } = engine;
  const next = (): ArrayBuffer => buffers.shift() ?? new ArrayBuffer(0);
  const take = (n: number): ArrayBuffer[] => Array.from({ length: n }, next);
  const perPage = 1024;
  ledger.accounts.restore(take(Math.ceil(header.size / perPage)), header.size);
  restorePool(ledger.lots.pool, header.lots, take);
  restorePool(ledger.windows.pool, header.windows, take);
  restorePool(ledger.counterparties.pool, header.counterparties, take);
  ledger.lots.taints.length = 0;
  for (const minor of new Float64Array(next())) ledger.lots.taints.push(minor);
  ledger.lots.taintsFree.push(...header.taintsFree);
  ledger.lots.merged = header.lotsMerged;
  ledger.counterparties.evicted = header.evicted;
  ledger.hubs = header.hubs;
  ledger.restoreLinks(header.links);
  engine.ids.restore(new Float64Array(next()), header.idYoung, header.idCount);
  restoreEvidence(engine, header.evidence, new Float64Array(next()));
  engine.moves?.columns.restore(new Uint32Array(next()));
  engine.passOns?.columns.restore(new Uint32Array(next()));
  engine.learned?.heard.columns.restore(new Uint32Array(next()));
  engine.resumeFrom(header.resume);
}

function restorePool(pool: BlockPool, h: PoolHeader, take: (n: number) => ArrayBuffer[]): void {
  h.pages.forEach((pages, size) => {
    pool.restore(size, take(pages), h.used[size] ?? 0, h.free[size] ?? []);
  });
}

function restoreEvidence(engine: Engine, entries: Header['evidence'], facts: Float64Array): void {
  let f = 0;
  for (const [account, flat] of entries) {
    const list: Evidence[] = [];
    for (let i = 0; i < flat.length; i += 5) {
      const [rule, at, seq, fired, count] = flat.slice(i, i + 5) as [
        number,
        number,
        number,
        number,
        number,
      ];
      const strength = facts[f++];
      list.push({ rule, strength, at, seq, fired, facts: facts.slice(f, f + count) });
      f += count;
    }
    engine.evidence.byAccount.set(account, list);
  }
}
