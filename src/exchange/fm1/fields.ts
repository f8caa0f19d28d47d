import type { Fm1Branch, Fm1Codes, Fm1Field, Fm1Need, Fm1Type } from './field.ts';

/**
 * The requisites of form FM-1 and the tags that carry them: AFM order No 13 of 22.02.2022, annex 2 (format of XML), edition of
 * 10.07.2025, in the order of the format. Writer, reader, check, form and page all walk these tables. The annexes were put anew
 * by order No 22 of 23.12.2025, in force since 01.04.2026, whose text was not found: where an institution's portal refuses a tag,
 * this is the place to change.
 */

interface Said {
  readonly most?: number;
  readonly need?: Fm1Need;
  readonly codes?: Fm1Codes;
  readonly branches?: readonly Fm1Branch[];
}

const MOST: Readonly<Record<Fm1Type, number>> = {
  text: 100,
  number: 20,
  date: 10,
  moment: 19,
  // 20 digits, a point, two decimals.
  amount: 23,
  flag: 5,
  country: 2,
  tax_number: 12,
};

const field = (
  id: string,
  tag: string,
  type: Fm1Type,
  [ru, kk, en]: readonly [string, string, string],
  { most = MOST[type], need = 'may', codes, branches }: Said = {},
): Fm1Field => ({
  id,
  tag,
  type,
  most,
  need,
  ...(codes && { codes }),
  ...(branches && { branches }),
  title: { ru, kk, en },
});

const always = { need: 'always' } as const;
const should = { need: 'should' } as const;

/** Part 2: who reports. Below Root/PersonalData; FirstName is the surname there, so in the format. */
export const REPORTER_FIELDS: readonly Fm1Field[] = [
  field(
    '2.7(1)',
    'FirstName',
    'text',
    ['Фамилия ответственного', 'Жауапты адамның тегі', 'Officer’s surname'],
    always,
  ),
  field(
    '2.7(2)',
    'SecondName',
    'text',
    ['Имя ответственного', 'Жауапты адамның аты', 'Officer’s given name'],
    always,
  ),
  field('2.7(3)', 'MiddleName', 'text', [
    'Отчество ответственного',
    'Жауапты адамның әкесінің аты',
    'Officer’s patronymic',
  ]),
  field(
    '2.7.1',
    'JobName',
    'text',
    ['Должность ответственного', 'Жауапты адамның лауазымы', 'Officer’s position'],
    { most: 300, ...always },
  ),
  field(
    '2.8',
    'Phone',
    'text',
    [
      'Телефон: код, номер, внутренний',
      'Телефон: код, нөмір, ішкі',
      'Phone: code, number, extension',
    ],
    always,
  ),
  field('2.9', 'Email', 'text', ['Электронная почта', 'Электрондық пошта', 'E-mail'], always),
  field(
    '2.1',
    'OrganisationCode',
    'number',
    [
      'Код вида субъекта мониторинга',
      'Мониторинг субъектісі түрінің коды',
      'Code of the kind of entity',
    ],
    { codes: 'entities', ...always },
  ),
  field('2.2(1.1)', 'OrganisationOPF', 'number', [
    'Организационно-правовая форма',
    'Ұйымдық-құқықтық нысаны',
    'Legal form',
  ]),
  field(
    '2.2(1.2)',
    'Organisation',
    'text',
    ['Наименование субъекта', 'Субъектінің атауы', 'Name of the entity'],
    { most: 300, ...always },
  ),
  field('2.5(1)', 'OrganisationArea/@Code', 'number', [
    'Область (КАТО)',
    'Облыс (ӘАОЖ)',
    'Region (KATO)',
  ]),
  field('2.5(2)', 'OrganisationDistrict/@Code', 'number', [
    'Район (КАТО)',
    'Аудан (ӘАОЖ)',
    'District (KATO)',
  ]),
  field('2.5(3)', 'OrganisationCity/@Code', 'number', [
    'Населённый пункт (КАТО)',
    'Елді мекен (ӘАОЖ)',
    'Town (KATO)',
  ]),
  field('2.5(4)', 'OrganisationStreet', 'text', ['Улица', 'Көше', 'Street']),
  field('2.5(5)', 'OrganisationHouse', 'text', ['Дом', 'Үй', 'House']),
  field('2.5(6)', 'OrganisationOffice', 'text', ['Офис', 'Кеңсе', 'Office']),
  field('2.5(7)', 'OrganisationPostalIndex', 'number', [
    'Почтовый индекс',
    'Пошта индексі',
    'Postal code',
  ]),
  field(
    '2.4',
    'IINBIN',
    'tax_number',
    ['ИИН или БИН субъекта', 'Субъектінің ЖСН-і немесе БСН-і', 'IIN or BIN of the entity'],
    always,
  ),
  field('2.2(2)', 'AdditionalAcData/@IsAc', 'flag', [
    'Субъект — физическое лицо',
    'Субъект — жеке тұлға',
    'The entity is a person',
  ]),
  field('2.2(1.2.2)', 'AdditionalAcData/FirstName', 'text', [
    'Имя субъекта',
    'Субъектінің аты',
    'Given name of the entity',
  ]),
  field('2.2(1.2.1)', 'AdditionalAcData/LastName', 'text', [
    'Фамилия субъекта',
    'Субъектінің тегі',
    'Surname of the entity',
  ]),
  field('2.2(1.2.3)', 'AdditionalAcData/MiddleName', 'text', [
    'Отчество субъекта',
    'Субъектінің әкесінің аты',
    'Patronymic of the entity',
  ]),
  field(
    '2.6',
    'AdditionalAcData/DocumentIdentity',
    'number',
    ['Документ субъекта', 'Субъектінің құжаты', 'Document of the entity'],
    { codes: 'documents' },
  ),
  // The format calls the first the number and the second the series, against their names.
  field(
    '2.6.1(1)',
    'AdditionalAcData/SeriesDocIdentity',
    'text',
    ['Номер документа', 'Құжаттың нөмірі', 'Number of the document'],
    { most: 50 },
  ),
  field(
    '2.6.1(2)',
    'AdditionalAcData/NumberDocIdentity',
    'text',
    ['Серия документа', 'Құжаттың сериясы', 'Series of the document'],
    { most: 50 },
  ),
  field('2.6.3', 'AdditionalAcData/DateIssuance', 'date', [
    'Дата выдачи',
    'Берілген күні',
    'Date of issue',
  ]),
  field(
    '2.6.2',
    'AdditionalAcData/DocumentIssued',
    'text',
    ['Кем выдан', 'Кім берген', 'Issued by'],
    { most: 300 },
  ),
];

/** Parts 1 and 3: the notice and the operation. Below Root/MessageInformation. */
export const MESSAGE_FIELDS: readonly Fm1Field[] = [
  field('1.3', 'DocumentType', 'number', ['Вид сообщения', 'Хабарламаның түрі', 'Kind of notice'], {
    codes: 'document_types',
    ...always,
  }),
  field(
    '1.1(1)',
    'MessageNumber',
    'number',
    ['Номер сообщения', 'Хабарламаның нөмірі', 'Number of the notice'],
    always,
  ),
  field(
    '1.2',
    'LastModifyDate',
    'date',
    ['Дата сообщения', 'Хабарламаның күні', 'Date of the notice'],
    always,
  ),
  field(
    '3.0',
    'TransactionDate',
    'moment',
    ['Время операции', 'Операцияның уақыты', 'Time of the operation'],
    { need: 'operated' },
  ),
  field(
    '3.2(1)',
    'ViewOperationId',
    'number',
    ['Код вида операции', 'Операция түрінің коды', 'Code of the operation'],
    { codes: 'operations', ...always },
  ),
  field(
    '3.3(1)',
    'EknpId',
    'number',
    ['Код назначения платежа', 'Төлем мақсатының коды', 'Code of the payment’s purpose'],
    { need: 'purpose' },
  ),
  field('3.3(2)', 'EknpId/@IsEknpNotSetup', 'flag', [
    'Код назначения не установлен',
    'Мақсат коды белгіленбеген',
    'No code of purpose is set',
  ]),
  field(
    '3.1',
    'OperationNumber',
    'text',
    ['Номер операции', 'Операцияның нөмірі', 'Number of the operation'],
    { most: 30, ...always },
  ),
  field(
    '3.8',
    'DocOperationReason',
    'number',
    ['Основание операции', 'Операцияның негізі', 'Basis of the operation'],
    { codes: 'deals', ...always },
  ),
  field('3.9(1)', 'DocOperationDate', 'date', [
    'Дата документа',
    'Құжаттың күні',
    'Date of the document',
  ]),
  field(
    '3.9(2)',
    'DocOperationNumber',
    'text',
    ['Номер документа', 'Құжаттың нөмірі', 'Number of the document'],
    { most: 30 },
  ),
  field(
    '3.5',
    'CurrencyCodeId',
    'number',
    ['Валюта операции', 'Операцияның валютасы', 'Currency of the operation'],
    { most: 3, codes: 'currencies', ...always },
  ),
  field(
    '3.6',
    'AmountCurrency',
    'amount',
    ['Сумма в валюте', 'Валютадағы сома', 'Amount in the currency'],
    always,
  ),
  field(
    '3.7',
    'AmountCurrencyTenge',
    'amount',
    ['Сумма в тенге', 'Теңгедегі сома', 'Amount in tenge'],
    always,
  ),
  field(
    '1.4',
    'OperationStatusId',
    'number',
    ['Состояние операции', 'Операцияның жай-күйі', 'State of the operation'],
    { codes: 'operation_states', ...always },
  ),
  field(
    '1.5',
    'ReasonFilingId',
    'number',
    ['Основание для подачи', 'Хабарлау негізі', 'Ground of the notice'],
    { codes: 'grounds', ...always },
  ),
  field('1.5(2)', 'CounterMeasure', 'number', [
    'Принятая мера',
    'Қабылданған шара',
    'Measure taken',
  ]),
  field(
    '3.10',
    'SuspicionFirst',
    'number',
    [
      'Код признака подозрительности',
      'Күдіктілік белгісінің коды',
      'Code of the sign of suspicion',
    ],
    { codes: 'signs', need: 'suspicious' },
  ),
  field(
    '3.11',
    'SuspicionSecond',
    'number',
    ['Второй код признака', 'Белгінің екінші коды', 'Second code'],
    { codes: 'signs' },
  ),
  field(
    '3.12',
    'SuspicionThird',
    'number',
    ['Третий код признака', 'Белгінің үшінші коды', 'Third code'],
    { codes: 'signs' },
  ),
  field(
    '3.13',
    'DescriptionDifficulties',
    'text',
    ['Затруднения в квалификации', 'Саралаудағы қиындықтар', 'Difficulties of qualification'],
    { most: 1000 },
  ),
  field(
    '3.14',
    'MoreInformation',
    'text',
    ['Дополнительная информация', 'Қосымша ақпарат', 'More information'],
    { most: 1000 },
  ),
  field(
    '3.4',
    'ParticipantCount',
    'number',
    ['Число участников', 'Қатысушылар саны', 'Number of participants'],
    always,
  ),
  field(
    '3.2(2.1)',
    'MerchTypes',
    'number',
    ['Вид имущества', 'Мүліктің түрі', 'Kind of property'],
    { codes: 'property_kinds' },
  ),
  field(
    '3.2(2.2)',
    'MerchRegInfo',
    'text',
    ['Регистрационный номер имущества', 'Мүліктің тіркеу нөмірі', 'Registration of the property'],
    { most: 50 },
  ),
  field('1.1(2)', 'ReferCount', 'number', ['Число связей', 'Байланыстар саны', 'Number of links']),
  // Items of the form of 2024 that the format read has no tag for: for people and the page.
  field('3.15', '', 'text', [
    'Место операции: отделение или онлайн',
    'Операция орны: бөлімше не онлайн',
    'Place of the operation: branch or online',
  ]),
  field('3.16', '', 'text', ['Вид ценных бумаг', 'Бағалы қағаз түрі', 'Kind of securities']),
  field('3.17', '', 'text', ['Число ценных бумаг', 'Бағалы қағаз саны', 'Number of securities']),
];

/** 1.1(2): notices that this one is linked to. Below Root/References/Reference. */
export const REFERENCE_FIELDS: readonly Fm1Field[] = [
  field(
    '1.1(2.0)',
    'ReferenceId',
    'number',
    ['Порядковый номер связи', 'Байланыстың реттік нөмірі', 'Place of the link'],
    always,
  ),
  field(
    '1.1(2.1)',
    'ReferenceOperationNumber',
    'text',
    ['Номер связанного сообщения', 'Байланысты хабарламаның нөмірі', 'Number of the linked notice'],
    { most: 50, ...always },
  ),
  field(
    '1.1(2.2)',
    'ReferenceDocOperationDate',
    'date',
    ['Дата связанного сообщения', 'Байланысты хабарламаның күні', 'Date of the linked notice'],
    always,
  ),
  field(
    '1.1(2.3)',
    'ReferenceDocOperationNumber',
    'text',
    [
      'Номер документа связанного сообщения',
      'Байланысты хабарлама құжатының нөмірі',
      'Document number of the linked notice',
    ],
    { most: 50 },
  ),
];

const LEGAL: readonly Fm1Branch[] = ['1'];
const HUMAN: readonly Fm1Branch[] = ['2', '3'];
const INFO = 'AdditionalPersonInfo/{branch}';

const address = (id: string, tag: string, of: readonly [string, string, string]): Fm1Field[] => {
  const part = (
    place: number,
    name: string,
    words: readonly [string, string, string],
    type: Fm1Type = 'text',
    most?: number,
  ) =>
    field(
      `${id}(${place})`,
      `${INFO}/${tag}/${name}`,
      type,
      [`${of[0]}: ${words[0]}`, `${of[1]}: ${words[1]}`, `${of[2]}: ${words[2]}`],
      most === undefined ? {} : { most },
    );
  return [
    part(1, 'Country', ['страна', 'ел', 'country'], 'country'),
    part(2, 'Area', ['область', 'облыс', 'region']),
    part(3, 'Area/@Code', ['код области', 'облыс коды', 'code of the region'], 'number'),
    part(4, 'District', ['район', 'аудан', 'district']),
    part(5, 'District/@Code', ['код района', 'аудан коды', 'code of the district'], 'number'),
    part(6, 'Town', ['населённый пункт', 'елді мекен', 'town']),
    part(
      7,
      'Town/@Code',
      ['код населённого пункта', 'елді мекен коды', 'code of the town'],
      'number',
    ),
    part(8, 'Street', ['улица', 'көше', 'street']),
    part(9, 'HomeNumber', ['дом', 'үй', 'house'], 'text', 10),
    part(10, 'OfficeNumber', ['квартира', 'пәтер', 'flat'], 'text', 10),
    part(11, 'PostalCode', ['индекс', 'индекс', 'postal code'], 'number'),
  ];
};

/** Part 4: a participant. Below Root/Participants/Participant; {branch} stands for the element of its kind (4.5). */
export const PARTICIPANT_FIELDS: readonly Fm1Field[] = [
  field(
    '4.1',
    'MemberId',
    'number',
    ['Участник операции', 'Операцияға қатысушы', 'Part in the operation'],
    { codes: 'roles', ...always },
  ),
  field(
    '4.2',
    'IsClientSubject',
    'number',
    [
      'Клиент субъекта: 1 нет, 2 да',
      'Субъектінің клиенті: 1 жоқ, 2 иә',
      'Client of the entity: 1 no, 2 yes',
    ],
    { most: 1, codes: 'client_subject', ...always },
  ),
  field(
    '4.3',
    'ParticipantsView',
    'number',
    ['Вид участника', 'Қатысушының түрі', 'Role of the participant'],
    { codes: 'participants', ...always },
  ),
  field('4.4', 'Residence', 'country', ['Резидентство', 'Резиденттігі', 'Residence'], always),
  field(
    '4.5',
    'ParticipantsType',
    'number',
    ['Тип участника', 'Қатысушының типі', 'Kind of participant'],
    { codes: 'participant_types', most: 1, ...always },
  ),
  field(
    '4.6',
    'ForeignPerson',
    'number',
    ['Публичное должностное лицо', 'Жария лауазымды тұлға', 'Politically exposed person'],
    { codes: 'foreign_person', ...always },
  ),
  field(
    '4.7(1.4)',
    'CorrespondentBank/AccountNumber',
    'text',
    [
      'Номер счёта или адрес кошелька',
      'Шот нөмірі немесе әмиян мекенжайы',
      'Account or wallet address',
    ],
    { most: 300, ...should },
  ),
  field(
    '4.7(1.2)',
    'CorrespondentBank/Name',
    'text',
    ['Банк участника', 'Қатысушының банкі', 'Bank of the participant'],
    { most: 300, ...should },
  ),
  field(
    '4.7(1.3)',
    'CorrespondentBank/Code',
    'text',
    ['Код банка', 'Банк коды', 'Code of the bank'],
    { most: 50 },
  ),
  field(
    '4.7(1.1.1)',
    'CorrespondentBank/BankAddress',
    'text',
    ['Адрес банка', 'Банк мекенжайы', 'Address of the bank'],
    { most: 300 },
  ),
  field(
    '4.7(1.1)',
    'CorrespondentBank/BankCountry',
    'country',
    ['Страна банка', 'Банк елі', 'Country of the bank'],
    should,
  ),
  field(
    '4.7(1.1.2)',
    'CorrespondentBank/BankCity',
    'text',
    ['Город банка', 'Банк қаласы', 'City of the bank'],
    { most: 50 },
  ),
  field('4.7(1.1.3)', 'CorrespondentBank/BankOffshoreAddr', 'country', [
    'Офшор банка',
    'Банк офшоры',
    'Offshore of the bank',
  ]),
  field('4.7(1)', 'CorrespondentBank/@IsOffshore', 'flag', [
    'Банк в офшорной зоне',
    'Банк офшорлық аймақта',
    'The bank is offshore',
  ]),
  field(
    '4.7(1.5.1)',
    'CorrespondentBank/CorrespondentsInformations/CorrespondentInformation/BankName',
    'text',
    ['Банк-корреспондент', 'Корреспондент банк', 'Correspondent bank'],
    { most: 300 },
  ),
  field(
    '4.7(1.5.2)',
    'CorrespondentBank/CorrespondentsInformations/CorrespondentInformation/BankCountry',
    'country',
    ['Страна корреспондента', 'Корреспондент елі', 'Country of the correspondent'],
  ),
  field('4.13', 'IndividualIssue', 'text', ['ИИН или БИН', 'ЖСН немесе БСН', 'IIN or BIN'], {
    most: 32,
    ...always,
  }),
  field(
    '4.12',
    'OKED',
    'text',
    ['Вид деятельности (ОКЭД)', 'Қызмет түрі (ЭҚЖЖ)', 'Activity (OKED)'],
    { most: 5 },
  ),
  field('4.22', 'PhoneNumber', 'text', ['Телефон', 'Телефон', 'Phone']),
  field('4.23', 'Email', 'text', ['Электронная почта', 'Электрондық пошта', 'E-mail']),
  field(
    '4.25',
    'AdditionalInformation',
    'text',
    ['Дополнительные сведения', 'Қосымша мәліметтер', 'More of the participant'],
    { most: 1000 },
  ),
  field('4.7(1.2.1)', 'MoneyTransSys', 'number', [
    'Система денежных переводов',
    'Ақша аудару жүйесі',
    'Money transfer system',
  ]),
  field('4.8(1.2)', `${INFO}/FullName`, 'text', ['Наименование', 'Атауы', 'Name'], {
    most: 300,
    need: 'named',
    branches: LEGAL,
  }),
  field(
    '4.8(2)',
    `${INFO}/FullName/@IsFullNameSetup`,
    'flag',
    ['Наименование не установлено', 'Атауы белгіленбеген', 'The name is not known'],
    { branches: LEGAL },
  ),
  field(
    '4.10(1)',
    `${INFO}/FirstHead/SecondName`,
    'text',
    ['Фамилия руководителя', 'Басшының тегі', 'Surname of the head'],
    { most: 300, branches: LEGAL },
  ),
  field(
    '4.10(2)',
    `${INFO}/FirstHead/FirstName`,
    'text',
    ['Имя руководителя', 'Басшының аты', 'Given name of the head'],
    { most: 300, branches: LEGAL },
  ),
  field(
    '4.10(3)',
    `${INFO}/FirstHead/MiddleName`,
    'text',
    ['Отчество руководителя', 'Басшының әкесінің аты', 'Patronymic of the head'],
    { most: 300, branches: LEGAL },
  ),
  field('4.14(1.2)', `${INFO}/FIO/FirstName`, 'text', ['Имя', 'Аты', 'Given name'], {
    most: 1000,
    need: 'named',
    branches: HUMAN,
  }),
  field('4.14(1.1)', `${INFO}/FIO/SecondName`, 'text', ['Фамилия', 'Тегі', 'Surname'], {
    most: 1000,
    need: 'named',
    branches: HUMAN,
  }),
  field('4.14(1.3)', `${INFO}/FIO/MiddleName`, 'text', ['Отчество', 'Әкесінің аты', 'Patronymic'], {
    most: 1000,
    branches: HUMAN,
  }),
  field(
    '4.14(2.1)',
    `${INFO}/FIO/@IsFioNotSetup`,
    'flag',
    ['ФИО не установлено', 'Аты-жөні белгіленбеген', 'The name is not known'],
    { branches: HUMAN },
  ),
  field(
    '4.8(1.1)',
    `${INFO}/ParticipantOPF`,
    'number',
    ['Организационно-правовая форма', 'Ұйымдық-құқықтық нысаны', 'Legal form'],
    { branches: ['1', '3'] },
  ),
  field('4.20', `${INFO}/PlaceBirth`, 'text', ['Место рождения', 'Туған жері', 'Place of birth'], {
    most: 300,
    branches: HUMAN,
  }),
  field('4.19', `${INFO}/DateBirth`, 'date', ['Дата рождения', 'Туған күні', 'Date of birth'], {
    branches: HUMAN,
  }),
  field('4.15', `${INFO}/DocumentIdentity`, 'number', ['Документ', 'Құжат', 'Document'], {
    codes: 'documents',
    branches: HUMAN,
  }),
  field(
    '4.16(2)',
    `${INFO}/SeriesDocIdentity`,
    'text',
    ['Серия документа', 'Құжат сериясы', 'Series of the document'],
    { most: 10, branches: HUMAN },
  ),
  field(
    '4.16(1)',
    `${INFO}/NumberDocIdentity`,
    'text',
    ['Номер документа', 'Құжат нөмірі', 'Number of the document'],
    { most: 20, branches: HUMAN },
  ),
  field('4.17', `${INFO}/DocumentIssued`, 'text', ['Кем выдан', 'Кім берген', 'Issued by'], {
    most: 300,
    branches: HUMAN,
  }),
  field('4.18', `${INFO}/DateIssuance`, 'date', ['Дата выдачи', 'Берілген күні', 'Date of issue'], {
    branches: HUMAN,
  }),
  ...address('4.21', 'URAddress', ['Юридический адрес', 'Заңды мекенжайы', 'Legal address']),
  ...address('4.24', 'ACAddress', ['Фактический адрес', 'Нақты мекенжайы', 'Actual address']),
  field('4.6.1', '', 'text', [
    'Публичное должностное лицо РК',
    'ҚР жария лауазымды тұлғасы',
    'Public official of Kazakhstan',
  ]),
  field('4.26', '', 'text', ['Субсчёт', 'Қосалқы шот', 'Sub-account']),
];

/** 4.9: a founder of a participant. Below Participant/Founders/Founder. */
export const FOUNDER_FIELDS: readonly Fm1Field[] = [
  field(
    '4.9(1)',
    'FounderType',
    'number',
    [
      'Тип учредителя: 1 юр. лицо, 2 физ. лицо, 3 ИП',
      'Құрылтайшы типі: 1 заңды тұлға, 2 жеке тұлға, 3 ЖК',
      'Kind of founder: 1 organisation, 2 person, 3 sole trader',
    ],
    { most: 1, codes: 'participant_types', ...always },
  ),
  field(
    '4.9(2)',
    'FounderOPF',
    'text',
    ['Организационно-правовая форма', 'Ұйымдық-құқықтық нысаны', 'Legal form'],
    { most: 1000 },
  ),
  field('4.9(3)', 'Name', 'text', ['Наименование', 'Атауы', 'Name'], { most: 1000 }),
  field('4.9(4)', 'FirstName', 'text', ['Имя', 'Аты', 'Given name'], { most: 300 }),
  field('4.9(5)', 'SecondName', 'text', ['Фамилия', 'Тегі', 'Surname'], { most: 300 }),
  field('4.9(6)', 'MiddleName', 'text', ['Отчество', 'Әкесінің аты', 'Patronymic'], { most: 300 }),
  field('4.9(7)', 'Residence', 'country', ['Резидентство', 'Резиденттігі', 'Residence']),
];
