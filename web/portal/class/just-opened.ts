/** The class that this page has opened a moment ago: its key has yet to be saved by the teacher. Never written down. */
export const justOpened: { key: string | undefined } = { key: undefined };
