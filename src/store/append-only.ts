/**
 * SQL lines that make a table append-only: rows may be added and read, not changed or taken away. It stops mistakes of
 * programs and people with a client; who owns the database can drop a trigger, and is found out by the hash chain.
 */
export const appendOnly = (table: string): string[] => [
  `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
   FOR EACH STATEMENT EXECUTE FUNCTION qorgan_refuse_change()`,
];

/** The function behind such triggers. */
export const REFUSE_CHANGE = `
CREATE FUNCTION qorgan_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$`;
