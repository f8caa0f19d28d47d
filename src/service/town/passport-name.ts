import { toPassport } from '../../exchange/translit/passport.ts';

/** Surname and given name in Latin capitals: 'Касымов Нурлан Болатұлы' is 'KASYMOV NURLAN'. */
export const passportName = (name: string): string =>
  toPassport(name.split(' ').slice(0, 2).join(' ').toUpperCase());
