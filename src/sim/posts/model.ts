import type { Ask, PostLabel, Stance } from '../../domain/post.ts';

/** One message in a public channel of the simulated internet, with its true label. */
export interface SimPost {
  /** Number of the message in its channel, from 1. */
  readonly number: number;
  /** Epoch ms. */
  readonly at: number;
  readonly author: string;
  readonly text: string;
  readonly lang: 'ru' | 'kk';
  readonly label: PostLabel;
  readonly stance: Stance;
  readonly asks: readonly Ask[];
  /** Number of the ring whose people wrote it, 0 = none. */
  readonly ring: number;
}

/** A public channel of the simulated internet. */
export interface SimChannel {
  /** As in an address: Latin letters, digits, '_'. */
  readonly name: string;
  readonly title: string;
  /** In order of time. */
  readonly posts: readonly SimPost[];
}
