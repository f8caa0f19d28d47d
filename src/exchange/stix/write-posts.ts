import type { CasePost } from '../../domain/case/case-file.ts';
import { elementWire, isoTime, tlpOf } from '../element-marks.ts';
import { DERIVED, NEW_OBSERVABLE } from './extension.ts';
import { ownId } from './ids.ts';
import { authorSeen, urlSeen } from './observables.ts';
import { writeObserved } from './write-transfers.ts';
import type { StixWriting } from './writing.ts';

/** Posts, where they stand and who wrote them; then the campaigns they are of. */
export function writePosts(writing: StixWriting): Map<string, string> {
  const ids = new Map(writing.file.posts.map((post) => [post.id, writePost(writing, post)]));
  const campaigns = new Set(writing.file.posts.map(({ campaign }) => campaign));
  for (const campaign of campaigns) if (campaign !== null) writeCampaign(writing, campaign, ids);
  return ids;
}

function writePost(writing: StixWriting, post: CasePost): string {
  const tlp = tlpOf(post.origin, writing.options);
  const place = post.url === null ? null : urlSeen(post.url);
  const url = place === null ? undefined : writing.observe(place.object, tlp);
  const author =
    post.author === null || post.author === ''
      ? undefined
      : writing.observe(authorSeen(post.author, post.url).object, tlp);
  const id = writing.observeNew(
    'public-post',
    ownId('public-post', writing.file, post.id),
    {
      reference: post.id,
      ...(url === undefined ? {} : { url_ref: url }),
      ...(author === undefined ? {} : { author_ref: author }),
      ...(post.at === 0 ? {} : { posted_at: isoTime(post.at) }),
      ...elementWire(post, ['id', 'at', 'origin']),
    },
    post.origin,
    NEW_OBSERVABLE,
  );
  const refs = [id, url, author].filter((ref) => ref !== undefined);
  if (post.at !== 0) writeObserved(writing, post.at, refs, 'post', post.id);
  return id;
}

/** Posts of one source, as a campaign that others can follow. */
function writeCampaign(
  writing: StixWriting,
  campaign: string,
  ids: ReadonlyMap<string, string>,
): void {
  const posts = writing.file.posts.filter((post) => post.campaign === campaign);
  const refs = posts.map(({ id }) => ids.get(id)!);
  const times = posts.flatMap(({ at }) => (at === 0 ? [] : [at]));
  const seen = times.length > 0;
  const id = ownId('campaign', writing.file, campaign);
  const tlp = writing.strictestOf(refs);
  writing.add('campaign', id, tlp, {
    name: `Campaign ${campaign}`,
    description: `Posts of one source: ${[...new Set(posts.map(({ label }) => label))].join(', ')}`,
    first_seen: seen ? isoTime(times.reduce((a, b) => Math.min(a, b))) : undefined,
    last_seen: seen ? isoTime(times.reduce((a, b) => Math.max(a, b))) : undefined,
    extensions: DERIVED,
  });
  for (const [i, post] of refs.entries())
    writing.add(
      'relationship',
      ownId('relationship', writing.file, 'campaign', posts[i]!.id),
      tlp,
      {
        relationship_type: 'related-to',
        source_ref: post,
        target_ref: id,
        extensions: DERIVED,
      },
    );
}
