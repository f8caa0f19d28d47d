import type { FieldClass, FieldWords } from './field-class.ts';

const words = (
  personal: boolean,
  [ru, kk, en]: readonly [string, string, string],
  [whyRu, whyKk, whyEn]: readonly [string, string, string],
): FieldWords => ({
  title: { ru, kk, en },
  why: { ru: whyRu, kk: whyKk, en: whyEn },
  personal,
});

const PERSONAL = true;
const PLAIN = false;

/** Each class in words: what it is called, and what its reader needs it for. */
export const FIELD_WORDS: Readonly<Record<FieldClass, FieldWords>> = {
  'case.number': words(
    PLAIN,
    ['Номер дела', 'Істің нөмірі', 'Number of the case'],
    [
      'Чтобы в ответе сослались на него',
      'Жауапта соған сілтеме жасалуы үшін',
      'So that an answer can name it',
    ],
  ),
  'case.title': words(
    PERSONAL,
    ['Название дела', 'Істің атауы', 'Title of the case'],
    [
      'Говорит, о чём речь; его пишут люди, и в нём могут быть имена',
      'Мәселе не туралы екенін айтады; оны адам жазады, ішінде есімдер болуы мүмкін',
      'Says what it is about; people write it, and it may hold names',
    ],
  ),
  'case.progress': words(
    PLAIN,
    [
      'Открытие, состояние и исход дела',
      'Істің ашылуы, күйі және нәтижесі',
      'Opening, state and outcome of the case',
    ],
    [
      'Чтобы знать, идёт ли работа',
      'Жұмыс жүріп жатқанын білу үшін',
      'To know whether it is still worked on',
    ],
  ),
  'sender.institution': words(
    PLAIN,
    ['Кто отправляет: организация', 'Кім жібереді: ұйым', 'Who sends: the institution'],
    [
      'Чтобы знать, от кого пакет и кому отвечать',
      'Пакет кімнен екенін және кімге жауап берілетінін білу үшін',
      'To know whom it comes from and whom to answer',
    ],
  ),
  'sender.officer': words(
    PERSONAL,
    ['Ответственный сотрудник', 'Жауапты қызметкер', 'Officer in charge'],
    [
      'Чтобы было кому позвонить',
      'Хабарласатын адам болуы үшін',
      'So that there is somebody to call',
    ],
  ),
  'party.role': words(
    PERSONAL,
    ['Роль участника', 'Қатысушының рөлі', 'Role of a party'],
    [
      'Отличает потерпевшего от того, через кого шли деньги; это предположение, не вина',
      'Жәбірленушіні ақша өткізген адамнан ажыратады; бұл болжам, кінә емес',
      'Tells a victim from whom money passed through; a supposition, not guilt',
    ],
  ),
  'party.name': words(
    PERSONAL,
    ['Имя или наименование', 'Аты-жөні немесе атауы', 'Name'],
    [
      'Чтобы найти участника у себя',
      'Қатысушыны өз базасынан табу үшін',
      'To find the party in one’s own books',
    ],
  ),
  'party.taxNumber': words(
    PERSONAL,
    ['ИИН или БИН', 'ЖСН немесе БСН', 'IIN or BIN'],
    [
      'Чтобы не спутать с однофамильцем',
      'Аттас адаммен шатастырмау үшін',
      'So that no namesake is taken for the party',
    ],
  ),
  'party.bornOn': words(
    PERSONAL,
    ['Дата рождения', 'Туған күні', 'Date of birth'],
    [
      'Отличает однофамильцев; решает, несовершеннолетний ли',
      'Аттастарды ажыратады; кәмелетке толған-толмағанын көрсетеді',
      'Tells namesakes apart, and whether it is a minor',
    ],
  ),
  'party.birthPlace': words(
    PERSONAL,
    ['Место рождения', 'Туған жері', 'Place of birth'],
    ['Отличает однофамильцев', 'Аттастарды ажыратады', 'Tells namesakes apart'],
  ),
  'party.sex': words(
    PERSONAL,
    ['Пол', 'Жынысы', 'Sex'],
    [
      'Этого требуют формы некоторых ПФР',
      'Кейбір қаржы барлауының нысандары талап етеді',
      'Forms of some FIUs ask for it',
    ],
  ),
  'party.citizenship': words(
    PERSONAL,
    ['Гражданство и резидентство', 'Азаматтығы және резиденттігі', 'Citizenship and residence'],
    [
      'Решает, к какой стране обращаться',
      'Қай елге жүгіну керегін көрсетеді',
      'Says which country to ask',
    ],
  ),
  'party.pep': words(
    PERSONAL,
    ['Публичное должностное лицо', 'Жария лауазымды адам', 'Politically exposed'],
    [
      'Меняет меры, которые обязан принять получатель',
      'Алушы қолдануға міндетті шараларды өзгертеді',
      'Changes what the reader is bound to do',
    ],
  ),
  'party.address': words(
    PERSONAL,
    ['Адрес', 'Мекенжайы', 'Address'],
    [
      'Чтобы найти человека или организацию',
      'Адамды не ұйымды табу үшін',
      'To find the person or organisation',
    ],
  ),
  'party.phones': words(
    PERSONAL,
    ['Телефоны', 'Телефондары', 'Phones'],
    [
      'Один номер у нескольких счетов связывает их',
      'Бірнеше шотта бір нөмір болса, оларды байланыстырады',
      'One number at several accounts ties them',
    ],
  ),
  'party.emails': words(
    PERSONAL,
    ['Электронная почта', 'Электрондық пошта', 'E-mail addresses'],
    [
      'Один адрес у нескольких счетов связывает их',
      'Бірнеше шотта бір мекенжай болса, оларды байланыстырады',
      'One address at several accounts ties them',
    ],
  ),
  'party.document': words(
    PERSONAL,
    ['Документ, удостоверяющий личность', 'Жеке басын куәландыратын құжат', 'Identity document'],
    [
      'Чтобы найти того, кто открывал счета по документу',
      'Құжатпен шот ашқан адамды табу үшін',
      'To find who opened accounts with it',
    ],
  ),
  'party.registeredOn': words(
    PLAIN,
    [
      'Дата регистрации организации',
      'Ұйымның тіркелген күні',
      'Registration date of an organisation',
    ],
    [
      'Новая организация с большими деньгами — признак',
      'Жаңа ұйымда көп ақша болуы — белгі',
      'A new organisation with much money is a sign',
    ],
  ),
  'party.occupation': words(
    PERSONAL,
    ['Занятие', 'Кәсібі', 'Occupation'],
    [
      'Показывает, соответствуют ли деньги доходу',
      'Ақша табысқа сай ма, соны көрсетеді',
      'Shows whether the money fits the income',
    ],
  ),
  'party.client': words(
    PERSONAL,
    [
      'Является ли клиентом отправителя',
      'Жіберушінің клиенті ме',
      'Whether it is a client of the sender',
    ],
    [
      'Решает, кто спросит человека',
      'Адамнан кім сұрайтынын көрсетеді',
      'Decides who asks the person',
    ],
  ),
  'account.number': words(
    PERSONAL,
    [
      'Номер счёта, карта (маской) или кошелёк',
      'Шот нөмірі, карта (жасырын) немесе әмиян',
      'Number of an account, card (masked) or wallet',
    ],
    [
      'Без него получатель счёт не найдёт',
      'Онсыз алушы шотты таба алмайды',
      'Without it the reader cannot find the account',
    ],
  ),
  'account.home': words(
    PLAIN,
    ['Банк счёта и страна', 'Шоттың банкі және елі', 'Institution and country of an account'],
    ['Показывает, где деньги', 'Ақшаның қайда екенін көрсетеді', 'Shows where the money is'],
  ),
  'account.holder': words(
    PERSONAL,
    ['Кому принадлежит счёт', 'Шот кімдікі', 'Whose account it is'],
    [
      'Связывает счёт с участником',
      'Шотты қатысушымен байланыстырады',
      'Ties an account to a party',
    ],
  ),
  'account.role': words(
    PERSONAL,
    [
      'Роль счёта и шаги от плательщика',
      'Шоттың рөлі және төлеушіден қадамы',
      'Role of an account and steps from the payer',
    ],
    [
      'Показывает место счёта в цепочке; это предположение',
      'Шоттың тізбектегі орнын көрсетеді; бұл болжам',
      'Shows its place in the chain; a supposition',
    ],
  ),
  'account.openedAt': words(
    PERSONAL,
    ['Когда открыт счёт', 'Шот қашан ашылған', 'When an account was opened'],
    ['Свежий счёт — признак', 'Жаңа шот — белгі', 'A fresh account is a sign'],
  ),
  'account.status': words(
    PERSONAL,
    ['Состояние счёта', 'Шоттың күйі', 'Status of an account'],
    [
      'Чтобы знать, остановлены ли деньги',
      'Ақша тоқтатылған ба, соны білу үшін',
      'To know whether the money was stopped',
    ],
  ),
  'account.devices': words(
    PERSONAL,
    ['Устройства и IP-адреса', 'Құрылғылар және IP-мекенжайлар', 'Devices and IP addresses'],
    [
      'Одно устройство у нескольких счетов связывает их',
      'Бірнеше шотта бір құрылғы болса, оларды байланыстырады',
      'One device at several accounts ties them',
    ],
  ),
  'transfer.reference': words(
    PERSONAL,
    ['Номер перевода у банка', 'Банктегі аударым нөмірі', 'Bank’s reference of a transfer'],
    [
      'Чтобы другой банк нашёл этот перевод',
      'Басқа банк осы аударымды табуы үшін',
      'So that the other bank finds this transfer',
    ],
  ),
  'transfer.time': words(
    PERSONAL,
    ['Время перевода', 'Аударым уақыты', 'Time of a transfer'],
    [
      'Показывает, как быстро передали деньги',
      'Ақшаның қаншалықты тез өткенін көрсетеді',
      'Shows how fast money was passed on',
    ],
  ),
  'transfer.amount': words(
    PERSONAL,
    ['Сумма перевода', 'Аударым сомасы', 'Amount of a transfer'],
    [
      'Решает меру ущерба и что вернуть',
      'Залал мөлшерін және не қайтарылатынын көрсетеді',
      'Decides the harm, and what to return',
    ],
  ),
  'transfer.channel': words(
    PERSONAL,
    [
      'Канал и назначение перевода',
      'Аударым арнасы мен мақсаты',
      'Channel and purpose of a transfer',
    ],
    ['Показывает, как деньги вышли', 'Ақша қалай шыққанын көрсетеді', 'Shows how the money left'],
  ),
  'transfer.text': words(
    PERSONAL,
    ['Текст платежа', 'Төлем мәтіні', 'Text of a payment'],
    [
      'Показывает обман; его пишут люди, и в нём могут быть имена',
      'Алдауды көрсетеді; оны адам жазады, ішінде есімдер болуы мүмкін',
      'Shows the deceit; people write it, and it may hold names',
    ],
  ),
  'transfer.verdict': words(
    PERSONAL,
    ['Оценка перевода и правила', 'Аударым бағасы және ережелер', 'Score and rules of a transfer'],
    [
      'Объясняет подозрение; раскрывает, как мы ищем',
      'Күдікті түсіндіреді; іздеу тәсілімізді ашады',
      'Explains the suspicion; tells how we look',
    ],
  ),
  'transfer.state': words(
    PERSONAL,
    [
      'Исполнен, остановлен или возвращён перевод',
      'Аударым орындалды, тоқтатылды не қайтарылды',
      'Whether a transfer was executed, held or returned',
    ],
    [
      'Чтобы знать, можно ли ещё остановить',
      'Әлі тоқтатуға бола ма, соны білу үшін',
      'To know whether it can still be stopped',
    ],
  ),
  'post.text': words(
    PERSONAL,
    ['Текст объявления', 'Хабарландыру мәтіні', 'Text of a post'],
    ['Показывает вербовку', 'Азғыруды көрсетеді', 'Shows the recruiting'],
  ),
  'post.url': words(
    PLAIN,
    ['Адрес объявления', 'Хабарландыру мекенжайы', 'Address of a post'],
    [
      'Чтобы посмотреть и попросить удалить',
      'Қарап, жоюды сұрау үшін',
      'To look at it and ask for its removal',
    ],
  ),
  'post.author': words(
    PERSONAL,
    ['Автор объявления', 'Хабарландыру авторы', 'Author of a post'],
    [
      'Связывает объявления между собой',
      'Хабарландыруларды өзара байланыстырады',
      'Ties posts to each other',
    ],
  ),
  'post.time': words(
    PLAIN,
    ['Время объявления', 'Хабарландыру уақыты', 'Time of a post'],
    [
      'Показывает, что было раньше: вербовка или деньги',
      'Алдымен азғыру ма, ақша ма — соны көрсетеді',
      'Shows which came first, recruiting or money',
    ],
  ),
  'post.label': words(
    PLAIN,
    [
      'Что прочитано в объявлении, кампания',
      'Хабарландырудан не оқылды, науқан',
      'What was read in a post, and its campaign',
    ],
    ['Чтобы не читать заново', 'Қайта оқымау үшін', 'So that nobody must read it anew'],
  ),
  'post.capture': words(
    PLAIN,
    ['Хеш опечатанной копии', 'Мөрленген көшірменің хеші', 'Hash of the sealed copy'],
    ['Чтобы проверить копию', 'Көшірмені тексеру үшін', 'To check the copy against'],
  ),
  'contact.value': words(
    PERSONAL,
    [
      'Телефоны, ники, кошельки, устройства',
      'Телефондар, никтер, әмияндар, құрылғылар',
      'Phones, handles, wallets, devices',
    ],
    [
      'Чтобы найти те же контакты у себя',
      'Сол байланыстарды өзінен табу үшін',
      'To find the same contacts in one’s own books',
    ],
  ),
  'signal.rule': words(
    PLAIN,
    ['Сработавшие признаки и приёмы', 'Анықталған белгілер мен тәсілдер', 'Signs and techniques'],
    [
      'Общий язык приёмов между организациями',
      'Ұйымдар арасындағы ортақ тәсілдер тілі',
      'A language of techniques that others share',
    ],
  ),
  'signal.text': words(
    PERSONAL,
    ['Объяснение признаков', 'Белгілердің түсіндірмесі', 'Signs in words'],
    [
      'Чтобы человек понял подозрение',
      'Адам күдікті түсінуі үшін',
      'So that a person understands the suspicion',
    ],
  ),
  'network.figures': words(
    PLAIN,
    [
      'Сеть: уверенность, ущерб, страны',
      'Желі: сенімділік, залал, елдер',
      'Network: certainty, harm, countries',
    ],
    [
      'Показывает размах и куда ушли деньги',
      'Ауқымын және ақша қайда кеткенін көрсетеді',
      'Shows how large it is and where money went',
    ],
  ),
  'network.story': words(
    PERSONAL,
    ['Рассказ о сети', 'Желі туралы баян', 'Story of the network'],
    [
      'Чтобы человек понял, что произошло',
      'Адам не болғанын түсінуі үшін',
      'So that a person understands what happened',
    ],
  ),
  'hold.state': words(
    PERSONAL,
    ['Остановленные деньги', 'Тоқтатылған ақша', 'Money that was stopped'],
    [
      'Чтобы не искать то, что уже остановлено',
      'Тоқтатылғанды іздемеу үшін',
      'So that nobody looks for what is stopped',
    ],
  ),
  'fact.said': words(
    PERSONAL,
    [
      'Что люди установили о деянии',
      'Адамдар әрекет туралы не анықтады',
      'What people said of the acts',
    ],
    [
      'Основа квалификации; это слова людей, не вина',
      'Саралаудың негізі; бұл адамдардың сөзі, кінә емес',
      'What law is applied to; words of people, not guilt',
    ],
  ),
  'fact.note': words(
    PERSONAL,
    ['Пометки к установленному', 'Анықталғанға жазбалар', 'Notes to what was said'],
    [
      'Объясняет, на чём основано; в тексте могут быть имена',
      'Неге негізделгенін түсіндіреді; мәтінде есімдер болуы мүмкін',
      'Explains what it rests on; may hold names',
    ],
  ),
  'fact.by': words(
    PERSONAL,
    ['Кто из сотрудников установил', 'Қай қызметкер анықтады', 'Which officer said it'],
    ['Чтобы спросить этого человека', 'Сол адамнан сұрау үшін', 'To ask that person'],
  ),
};
