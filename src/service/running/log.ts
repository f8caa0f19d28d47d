/** A structured line about the running service; never an identifier of a person. */
export type Log = (
  level: 'debug' | 'info' | 'warn' | 'error',
  event: string,
  fields?: Readonly<Record<string, string | number | boolean | undefined>>,
) => void;
