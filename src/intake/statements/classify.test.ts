import { describe, expect, it } from 'vitest';
import { classify, directionOfKind, type RowTexts } from './classify.ts';

const told = (texts: Partial<RowTexts>) => {
  const { channel, purpose } = classify({
    kind: '',
    system: '',
    knp: '',
    purpose: '',
    foreign: false,
    ownAccounts: false,
    payeeIsPerson: true,
    ...texts,
  });
  return `${channel} ${purpose}`;
};

describe('classify', () => {
  const cases: [Partial<RowTexts>, string][] = [
    [{}, 'unknown unknown'],
    [{ kind: 'Перевод', purpose: 'На день рождения' }, 'transfer gift'],
    [{ kind: 'Снятие наличных', purpose: 'ATM' }, 'cash_out unknown'],
    [{ kind: 'Взнос наличными через терминал' }, 'cash_in unknown'],
    [{ kind: 'Покупка', purpose: 'Магазин' }, 'purchase goods'],
    [{ kind: 'Перевод', purpose: 'Пополнение Binance' }, 'exchange unknown'],
    [{ kind: 'Перевод', system: 'Western Union', purpose: 'money' }, 'transfer unknown'],
    [{ kind: 'Перевод', foreign: true }, 'abroad unknown'],
    [{ purpose: 'Заработная плата за январь' }, 'transfer salary'],
    [{ purpose: 'Жалақы, қаңтар айы' }, 'transfer salary'],
    [{ purpose: 'Зейнетақы төлемі' }, 'transfer benefit'],
    [{ purpose: 'Погашение кредита по договору' }, 'transfer loan_return'],
    [{ purpose: 'Выдача займа' }, 'transfer loan'],
    [{ purpose: 'Қарызды қайтару' }, 'transfer loan_return'],
    [{ purpose: 'за аренду квартиры' }, 'transfer rent'],
    [{ purpose: 'Пәтерақы' }, 'transfer rent'],
    [{ purpose: 'Коммунальные услуги' }, 'transfer utility'],
    [{ purpose: 'Садақа' }, 'transfer charity'],
    [{ purpose: 'Благотворительный взнос' }, 'transfer charity'],
    [{ purpose: 'Оплата за товар' }, 'transfer goods'],
    [{ knp: '911', purpose: 'ИПН' }, 'transfer tax'],
    [{ knp: '010', payeeIsPerson: false, purpose: 'ОПВ' }, 'transfer tax'],
    [{ knp: '046', payeeIsPerson: true, purpose: 'выплата' }, 'transfer benefit'],
    [{ knp: '119', purpose: 'перевод' }, 'transfer unknown'],
    [{ kind: 'Перевод (вх., кредит)', purpose: 'перевод' }, 'transfer unknown'],
    [{ kind: 'Погашение кредита' }, 'transfer loan_return'],
    [{ purpose: 'Оплата услуг связи' }, 'transfer utility'],
    [{ purpose: 'С днём рождения!' }, 'transfer gift'],
    [{ ownAccounts: true, purpose: 'зарплата' }, 'transfer own'],
  ];
  for (const [texts, expected] of cases)
    it(`${JSON.stringify(texts)} -> ${expected}`, () => expect(told(texts)).toBe(expected));

  it('a word inside another word is no hint', () => {
    // «позиция» is no POS terminal, «аккредитация» no loan, «незарплатный» no salary.
    expect(told({ kind: 'позиция', purpose: 'аккредитация, незарплатный' })).toBe(
      'transfer unknown',
    );
  });

  it('direction by the words of the kind', () => {
    const kinds = [
      'Исх. платеж (дебет)',
      'дебет',
      '3 - Внутренние входящие',
      '2 - Внешние исходящие',
      'Поступление',
      'Перевод',
    ];
    expect(kinds.map(directionOfKind)).toEqual(['out', 'out', 'in', 'out', 'in', undefined]);
  });
});
