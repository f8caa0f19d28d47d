import { addInstitution, listInstitutions } from '../service/access/institutions.ts';
import { orThrow } from '../service/or-throw.ts';
import { say } from './texts.ts';
import { type Desk, needed, usage } from './user-desk.ts';

/** `qorgan user institution list | add CODE --name … --kind … [--sees-all]`. */
export async function institutionCommand(desk: Desk, words: readonly string[]): Promise<string> {
  const { access, by, language, options } = desk;
  const [verb, code] = words;
  if (verb === 'list') {
    const rows = await listInstitutions(access, by);
    const seesAll = say('institutionSeesAll', language);
    return rows
      .map((row) => [row.code, row.kind, row.name, row.seesAll ? seesAll : ''].join('\t'))
      .join('\n');
  }
  if (verb !== 'add' || code === undefined)
    throw usage('institution list | add CODE --name … --kind bank|payment|fiu|police|operator');
  const name = needed(options.name, 'name');
  const kind = needed(options.kind, 'kind');
  const seesAll = options['sees-all'] ?? false;
  orThrow(await addInstitution(access, by, { code, name, kind, seesAll }));
  return say('institutionAdded', language, { code });
}
