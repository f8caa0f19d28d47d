/** The post that was open last: who comes back to the queue finds it open. */
let opened: number | null = null;

export const openedPost = (): number | null => opened;

export function rememberPost(postId: number): void {
  opened = postId;
}
