import type { Field } from './mapping.ts';

/** A published layout of transfer files, met by its column titles (lower case, letters and digits only). */
export interface KnownSchema {
  readonly name: string;
  /** Titles that must all be there. */
  readonly needs: readonly string[];
  /** [field, title, which of several columns with that title]. */
  readonly fields: readonly (readonly [Field, string, number?])[];
  readonly countOf?: 'days' | 'hours';
  readonly joinBank?: boolean;
  readonly mixedCurrency?: boolean;
  readonly outsideBanks?: boolean;
}

/**
 * Layouts of published generators, as their own documentation and files show them. Columns that carry the answer
 * (is_laundering, IS_FRAUD, isFraud, isFlaggedFraud, is_sar, typology, alert_id) are named by none, so no reader sees them.
 */
export const KNOWN_SCHEMAS: readonly KnownSchema[] = [
  {
    // IBM Transactions for Anti Money Laundering; some copies number the second 'Account'.
    name: 'ibm-aml',
    needs: [
      'timestamp',
      'frombank',
      'account',
      'tobank',
      'amountpaid',
      'paymentcurrency',
      'paymentformat',
    ],
    fields: [
      ['at', 'timestamp'],
      ['payer_bank', 'frombank'],
      ['payer', 'account', 0],
      ['payee_bank', 'tobank'],
      ['payee', 'account', 1],
      ['payee', 'account1'],
      ['amount', 'amountpaid'],
      ['currency', 'paymentcurrency'],
      ['channel', 'paymentformat'],
    ],
    joinBank: true,
    mixedCurrency: true,
  },
  {
    name: 'paysim',
    needs: ['step', 'type', 'amount', 'nameorig', 'namedest'],
    fields: [
      ['at', 'step'],
      ['payer', 'nameorig'],
      ['payee', 'namedest'],
      ['amount', 'amount'],
      ['channel', 'type'],
    ],
    countOf: 'hours',
  },
  {
    name: 'amlsim',
    needs: ['txid', 'senderaccountid', 'receiveraccountid', 'txamount', 'timestamp'],
    fields: [
      ['id', 'txid'],
      ['at', 'timestamp'],
      ['payer', 'senderaccountid'],
      ['payee', 'receiveraccountid'],
      ['amount', 'txamount'],
      ['channel', 'txtype'],
    ],
    countOf: 'days',
  },
  {
    // AMLSim after its own conversion.
    name: 'amlsim-converted',
    needs: ['tranid', 'origacct', 'beneacct', 'baseamt', 'trantimestamp'],
    fields: [
      ['id', 'tranid'],
      ['at', 'trantimestamp'],
      ['payer', 'origacct'],
      ['payee', 'beneacct'],
      ['amount', 'baseamt'],
      ['channel', 'txtype'],
    ],
    countOf: 'days',
  },
  {
    name: 'days',
    needs: ['txid', 'tdays', 'src', 'dst', 'amount', 'srcbank', 'dstbank'],
    fields: [
      ['id', 'txid'],
      ['at', 'tdays'],
      ['payer', 'src'],
      ['payee', 'dst'],
      ['amount', 'amount'],
      ['payer_bank', 'srcbank'],
      ['payee_bank', 'dstbank'],
      ['channel', 'txtype'],
    ],
    countOf: 'days',
    outsideBanks: true,
  },
];

/**
 * Usual titles of a column, best rank first: a title that says 'account' comes before one that says only who.
 * Russian and Kazakh as banks and accountants write them.
 */
export const COLUMN_WORDS: Readonly<Record<Field, readonly (readonly string[])[]>> = {
  id: [
    ['id', 'txid', 'tranid', 'transferid', 'transactionid', 'trxid', 'paymentid', 'txnid'],
    [
      'reference',
      'uetr',
      'endtoendid',
      'номероперации',
      'номердокумента',
      'операциянөмірі',
      'құжатнөмірі',
    ],
  ],
  at: [
    [
      'at',
      'atms',
      'timestamp',
      'datetime',
      'transactiontime',
      'txtime',
      'tdays',
      'датаивремяоперации',
      'датавремя',
      'датаивремя',
      'операциякүніменуақыты',
    ],
    [
      'date',
      'time',
      'transactiondate',
      'txdate',
      'bookingdate',
      'valuedate',
      'day',
      'step',
      'датаоперации',
      'дата',
      'операциякүні',
      'күні',
    ],
  ],
  payer: [
    [
      'payeraccount',
      'senderaccount',
      'senderaccountid',
      'fromaccount',
      'sourceaccount',
      'debitaccount',
      'debtoraccount',
      'origaccount',
      'origacct',
      'payeriban',
      'senderiban',
      'номерсчетаплательщика',
      'счетплательщика',
      'счетотправителя',
      'төлеушішоты',
      'төлеушініңшоты',
      'жөнелтушішоты',
    ],
    [
      'payer',
      'sender',
      'src',
      'from',
      'source',
      'debtor',
      'originator',
      'orig',
      'nameorig',
      'плательщик',
      'отправитель',
      'төлеуші',
      'жөнелтуші',
    ],
  ],
  payee: [
    [
      'payeeaccount',
      'receiveraccount',
      'receiveraccountid',
      'toaccount',
      'destinationaccount',
      'targetaccount',
      'creditaccount',
      'creditoraccount',
      'beneficiaryaccount',
      'beneacct',
      'payeeiban',
      'receiveriban',
      'номерсчетаполучателя',
      'счетполучателя',
      'алушышоты',
      'алушыныңшоты',
    ],
    [
      'payee',
      'receiver',
      'recipient',
      'beneficiary',
      'dst',
      'to',
      'destination',
      'dest',
      'target',
      'creditor',
      'namedest',
      'получатель',
      'бенефициар',
      'алушы',
    ],
  ],
  amount: [
    ['amount', 'txamount', 'transactionamount', 'amt', 'сумма', 'суммавтенге', 'сома', 'сомасы'],
    ['sum', 'value', 'суммаоперации', 'суммаввалютееепроведения'],
  ],
  amount_minor: [['amountminor', 'amounttiyn', 'amountcents']],
  currency: [['currency', 'ccy', 'currencycode', 'валюта', 'валютаоперации', 'валютасы']],
  channel: [
    [
      'channel',
      'txtype',
      'transactiontype',
      'paymenttype',
      'paymentformat',
      'type',
      'видоперации',
      'арна',
      'операциятүрі',
    ],
  ],
  purpose: [
    [
      'purpose',
      'purposecode',
      'paymentpurpose',
      'назначение',
      'назначениеплатежа',
      'мақсаты',
      'төлеммақсаты',
    ],
  ],
  device: [['device', 'deviceid', 'devicehash', 'устройство', 'құрылғы']],
  payer_bank: [
    [
      'payerbank',
      'senderbank',
      'srcbank',
      'frombank',
      'банкплательщика',
      'банкотправителя',
      'төлеушібанкі',
    ],
  ],
  payee_bank: [['payeebank', 'receiverbank', 'dstbank', 'tobank', 'банкполучателя', 'алушыбанкі']],
  payer_owner: [
    [
      'payerowner',
      'payeriin',
      'senderiin',
      'payertaxid',
      'иинплательщика',
      'иинбинплательщика',
      'төлеушіжсн',
    ],
  ],
  payee_owner: [
    [
      'payeeowner',
      'payeeiin',
      'receiveriin',
      'payeetaxid',
      'иинполучателя',
      'иинбинполучателя',
      'алушыжсн',
    ],
  ],
};
