import type { Localized } from '../../domain/language.ts';

/**
 * What a qualification says in its own words. It speaks of elements that the record shows, of what is missing and of what a
 * lawyer has to weigh; of no person does it say that he did an offence. A test reads every text for words that would.
 */
export const QUALIFY_TEXTS = {
  caveat_lawyer: {
    ru: 'Это рабочая записка для юриста, а не решение: она сопоставляет сведения дела с нормами. Есть ли правонарушение, решают орган и суд.',
    kk: 'Бұл — шешім емес, заңгерге арналған жұмыс жазбасы: іс мәліметтерін нормалармен салыстырады. Құқық бұзушылық бар-жоғын орган мен сот шешеді.',
    en: 'This is a working note for a lawyer and no decision: it holds what the case says against provisions. Whether there is an offence is for a body and a court.',
  },
  caveat_unverified: {
    ru: 'Нормы пересказаны своими словами; не сверенные с официальным текстом отмечены. Перед использованием сверьте с zan.gov.kz или adilet.zan.kz.',
    kk: 'Нормалар өз сөзімізбен баяндалған; ресми мәтінмен салыстырылмағандары белгіленген. Қолданар алдында ресми дереккөзбен салыстырыңыз.',
    en: 'Provisions are in our own words; those that nobody compared with the official text are marked. Compare them with the official source before use.',
  },
  caveat_edition: {
    ru: 'Прочитана редакция «{act}» от {edition}; более поздние изменения нельзя исключить.',
    kk: '«{act}» актісінің {edition} редакциясы оқылды; кейінгі өзгерістер болуы мүмкін.',
    en: 'The edition of {edition} of "{act}" was read; later changes cannot be ruled out.',
  },
  caveat_cut: {
    ru: 'Переводов больше, чем вмещает дело: учтены самые значимые.',
    kk: 'Аударымдар іске сыйғаннан көп: ең маңыздылары ескерілді.',
    en: 'There are more transfers than a case file holds: the gravest are taken into account.',
  },
  summary_supported: {
    ru: 'Сведения дела подтверждают все элементы нормы.',
    kk: 'Іс мәліметтері норманың барлық элементін растайды.',
    en: 'What the case says supports every element of the provision.',
  },
  summary_partly: {
    ru: 'Подтверждена часть элементов; не хватает: {missing}.',
    kk: 'Элементтердің бір бөлігі расталған; жетіспейтіні: {missing}.',
    en: 'Some elements are supported; still missing: {missing}.',
  },
  summary_hinted: {
    ru: 'На норму указывают лишь движения денег или публикации; прямых сведений нет. Не хватает: {missing}.',
    kk: 'Нормаға ақша қозғалысы не жарияланымдар ғана меңзейді; тікелей мәлімет жоқ. Жетіспейтіні: {missing}.',
    en: 'Only movements of money or posts point to the provision; nothing says it directly. Missing: {missing}.',
  },
  summary_contradicted: {
    ru: 'Норма не подходит по этим сведениям: {why}.',
    kk: 'Бұл мәліметтер бойынша норма келмейді: {why}.',
    en: 'By what the case says the provision does not fit: {why}.',
  },
  summary_not_in_force: {
    ru: 'В день деяния ({date}) этой нормы не было, она действует с {from}. Закон, который вводит ответственность, назад не действует.',
    kk: 'Әрекет күні ({date}) бұл норма болмаған, ол {from} күнінен қолданылады. Жауаптылық енгізетін заңның кері күші жоқ.',
    en: 'On the day of the act ({date}) there was no such provision; it holds from {from}. A law that makes an act punishable does not reach back.',
  },
  summary_duty: {
    ru: 'Сведения дела указывают на эту обязанность организации.',
    kk: 'Іс мәліметтері ұйымның осы міндетіне меңзейді.',
    en: 'What the case says points to this duty of the institution.',
  },
  missing_age: {
    ru: 'возраст в день деяния',
    kk: 'әрекет күніндегі жасы',
    en: 'age on the day of the act',
  },
  missing_edition: {
    ru: 'редакция закона на день деяния',
    kk: 'әрекет күніндегі заң редакциясы',
    en: 'the edition of the law of that day',
  },
  missing_dispute: {
    ru: 'разрешение спора: {what}',
    kk: 'даулы жайды шешу: {what}',
    en: 'settling what is disputed: {what}',
  },
  element_supported: {
    ru: 'Сказано в деле ({count}).',
    kk: 'Істе айтылған ({count}).',
    en: 'The case says so ({count}).',
  },
  element_hinted: {
    ru: 'Прямо не сказано; указывает: {hints}.',
    kk: 'Тікелей айтылмаған; меңзейтіні: {hints}.',
    en: 'Not said directly; pointed to by: {hints}.',
  },
  element_missing: {
    ru: 'В деле об этом ничего нет.',
    kk: 'Істе бұл туралы ештеңе жоқ.',
    en: 'The case says nothing of it.',
  },
  element_judged: {
    ru: 'Оценивает юрист: отдельного факта для этого в деле нет.',
    kk: 'Заңгер бағалайды: іс фактілерінде бұл үшін жеке орын жоқ.',
    en: 'A lawyer judges it: no fact of a case can say it.',
  },
  element_disputed: {
    ru: 'Сведения расходятся: одни говорят «да», другие «нет».',
    kk: 'Мәліметтер қайшы: біреулері «иә», басқалары «жоқ» дейді.',
    en: 'The case says both yes and no.',
  },
  element_contradicted: {
    ru: 'Дело говорит обратное.',
    kk: 'Іс керісінше айтады.',
    en: 'The case says the opposite.',
  },
  why_element: {
    ru: 'опровергается «{title}»',
    kk: '«{title}» теріске шығарылады',
    en: 'the case speaks against "{title}"',
  },
  hint_holds_flow_account: {
    ru: 'через счёт прошли подозрительные деньги',
    kk: 'шот арқылы күдікті ақша өткен',
    en: 'suspicious money went through the account',
  },
  hint_passed_money_on: {
    ru: 'деньги ушли дальше после поступления',
    kk: 'ақша түскеннен кейін одан әрі кеткен',
    en: 'money went on after it had come',
  },
  hint_took_victims_money: {
    ru: 'на счёт платил потерпевший',
    kk: 'шотқа жәбірленуші ақша салған',
    en: 'a victim paid into the account',
  },
  hint_handles_others_accounts: {
    ru: 'его устройство видно на чужих счетах',
    kk: 'оның құрылғысы бөтен шоттарда байқалған',
    en: 'a device of his is seen at accounts of others',
  },
  hint_organiser_role: {
    ru: 'роль в сети: организатор или вербовщик',
    kk: 'желідегі рөлі: ұйымдастырушы не тартушы',
    en: 'the role in the network is organiser or recruiter',
  },
  hint_recruiting_post: {
    ru: 'его контакт стоит в объявлении о поиске дропперов',
    kk: 'оның байланысы дроппер іздеген хабарландыруда тұр',
    en: 'a contact of his stands in a post that looks for droppers',
  },
  hint_drug_post: {
    ru: 'его контакт стоит в рекламе наркотиков',
    kk: 'оның байланысы есірткі жарнамасында тұр',
    en: 'a contact of his stands in an advert of drugs',
  },
  hint_page_online: {
    ru: 'публикация стоит на открытой странице',
    kk: 'жарияланым ашық бетте тұр',
    en: 'the post stands on a public page',
  },
  hint_several_victims: {
    ru: 'на его счета платили двое или более потерпевших',
    kk: 'оның шоттарына екі немесе одан көп жәбірленуші ақша салған',
    en: 'two or more victims paid into his accounts',
  },
  hint_sent_to_exchange: {
    ru: 'деньги ушли на криптокошелёк или биржу',
    kk: 'ақша криптоәмиянға не биржаға кеткен',
    en: 'money went to a coin address or an exchange',
  },
  hint_suspicious_operation: {
    ru: 'в деле есть подозрительные операции клиента',
    kk: 'істе клиенттің күдікті операциялары бар',
    en: 'the case holds suspicious operations of a client',
  },
  hint_suspicious_activity: {
    ru: 'у клиента две или более подозрительные операции',
    kk: 'клиентте екі немесе одан көп күдікті операция бар',
    en: 'a client has two or more suspicious operations',
  },
  hint_transfer_held: {
    ru: 'перевод приостановлен',
    kk: 'аударым тоқтатылған',
    en: 'a transfer is held',
  },
  tier_basic: {
    ru: 'Размер и обстоятельства более тяжёлых частей не подтверждены.',
    kk: 'Ауырырақ бөліктердің мөлшері мен мән-жайлары расталмаған.',
    en: 'No size or circumstance of a heavier part is supported.',
  },
  tier_amount: {
    ru: '{measure}: {sum} ÷ {unit} ({name} на {date}) = {times}; граница — {bound} {units} {name} = {limit}.',
    kk: '{measure}: {sum} ÷ {unit} ({date} күнгі {name}) = {times}; шегі — {bound} {units} {name} = {limit}.',
    en: '{measure}: {sum} ÷ {unit} ({name} on {date}) = {times}; the bound is {bound} {units} {name} = {limit}.',
  },
  tier_amount_short: {
    ru: '{measure}: {sum} ÷ {unit} ({name} на {date}) = {times}, до границы следующей части ({units} {name} = {limit}) не доходит.',
    kk: '{measure}: {sum} ÷ {unit} ({date} күнгі {name}) = {times}, келесі бөліктің шегіне ({units} {name} = {limit}) жетпейді.',
    en: '{measure}: {sum} ÷ {unit} ({name} on {date}) = {times}, short of the bound of the next part ({units} {name} = {limit}).',
  },
  tier_no_sum: {
    ru: '{measure}: сумма не названа, поэтому часть по размеру не определена.',
    kk: '{measure}: сома аталмаған, сондықтан мөлшер бойынша бөлік анықталмады.',
    en: '{measure}: no sum is named, so that no part by size can be told.',
  },
  tier_circumstance: {
    ru: 'Подтверждено: {what}.',
    kk: 'Расталды: {what}.',
    en: 'Supported: {what}.',
  },
  bound_at_least: { ru: 'от', kk: 'кемінде', en: 'from' },
  bound_over: { ru: 'свыше', kk: 'одан жоғары:', en: 'over' },
  needs_amount: {
    ru: '{measure} {bound} {limit} ({units} {name})',
    kk: '{measure}: {bound} {limit} ({units} {name})',
    en: '{measure} {bound} {limit} ({units} {name})',
  },
  needs_units: {
    ru: '{measure} {bound} {units} {name}',
    kk: '{measure}: {bound} {units} {name}',
    en: '{measure} {bound} {units} {name}',
  },
  needs_hinted: {
    ru: '{need} — на это указывает: {hints}',
    kk: '{need} — бұған меңзейтіні: {hints}',
    en: '{need}; pointed to by: {hints}',
  },
  needs_transfers: {
    ru: '{need} — по переводам дела набирается {sum}, но это не установлено',
    kk: '{need} — іс аударымдары бойынша {sum} жиналады, бірақ бұл анықталмаған',
    en: '{need}; transfers of the case come to {sum}, which nobody has established',
  },
  measure_reward: {
    ru: 'вознаграждение или выгода',
    kk: 'сыйақы немесе пайда',
    en: 'reward or benefit',
  },
  measure_damage: { ru: 'похищенное', kk: 'ұрланған мүлік құны', en: 'what was taken' },
  measure_criminal_income: {
    ru: 'отмытые деньги',
    kk: 'жылыстатылған ақша',
    en: 'money laundered',
  },
  measure_financing: {
    ru: 'сумма финансирования',
    kk: 'қаржыландыру сомасы',
    en: 'sum of the financing',
  },
  condition_tier: {
    ru: 'основание не распространяется на эту часть ({part})',
    kk: 'негіз бұл бөлікке ({part}) қолданылмайды',
    en: 'the ground is not for this part ({part})',
  },
  condition_closed: {
    ru: 'основание не применяется: {what}',
    kk: 'негіз қолданылмайды: {what}',
    en: 'the ground does not apply: {what}',
  },
  other_supported: {
    ru: 'дело подтверждает и другую норму: {article}',
    kk: 'іс басқа норманы да растайды: {article}',
    en: 'the case supports another provision too: {article}',
  },
  other_open: {
    ru: 'не выяснено, есть ли другое правонарушение: {article}',
    kk: 'басқа құқық бұзушылық бар-жоғы анықталмаған: {article}',
    en: 'whether there is another offence is open: {article}',
  },
  other_none: {
    ru: 'дело ни на что другое не указывает',
    kk: 'іс басқа ештеңеге меңземейді',
    en: 'the case points to nothing else',
  },
  condition_denied: {
    ru: 'в деле сказано «нет»',
    kk: 'істе «жоқ» делінген',
    en: 'the case says no',
  },
  condition_disputed: {
    ru: 'сведения расходятся',
    kk: 'мәліметтер қайшы',
    en: 'the case says both yes and no',
  },
  condition_unasked: { ru: 'не выяснено', kk: 'анықталмаған', en: 'not asked yet' },
  condition_judged: {
    ru: 'оценивает орган или суд',
    kk: 'орган не сот бағалайды',
    en: 'a body or a court judges it',
  },
  change_milder: {
    ru: '{text} Более мягкий закон действует и на прежние деяния ({source}).',
    kk: '{text} Жеңілдететін заң бұрынғы әрекеттерге де қолданылады ({source}).',
    en: '{text} A milder law reaches earlier acts too ({source}).',
  },
  change_stricter: {
    ru: '{text} Строже — назад не действует, остаётся закон дня деяния ({source}).',
    kk: '{text} Қатаңдау — кері күші жоқ, әрекет күнінің заңы қалады ({source}).',
    en: '{text} Stricter: it does not reach back, the law of the day of the act stays ({source}).',
  },
  change_mixed: {
    ru: '{text} Часть изменений мягче, часть строже: назад действует только смягчающее ({source}); юрист сравнивает по каждому элементу.',
    kk: '{text} Өзгерістің бірі жеңіл, бірі қатаң: жеңілдететіні ғана кері қолданылады ({source}); заңгер әр элемент бойынша салыстырады.',
    en: '{text} Some of it is milder and some stricter: only what is milder reaches back ({source}); a lawyer compares point by point.',
  },
  change_open: {
    ru: '{text} Какой закон применяется к прежнему деянию, в этих данных не прочитано: приведены обе редакции.',
    kk: '{text} Бұрынғы әрекетке қай заң қолданылатыны бұл деректерде оқылмаған: екі редакция да берілді.',
    en: '{text} Which law counts for the earlier act was not read for these data: both are stated.',
  },
  change_unit: {
    ru: '{name} в день деяния — {before}, теперь — {after}; по нынешнему это была бы часть {part}. Размер считают по {name} дня деяния; вправе ли человек на перерасчёт, решает юрист.',
    kk: '{name} әрекет күні — {before}, қазір — {after}; қазіргі бойынша бұл {part}-бөлік болар еді. Мөлшер әрекет күніндегі {name} бойынша есептеледі; қайта есептеуге құқығы бар-жоғын заңгер шешеді.',
    en: 'The {name} was {before} on the day of the act and is {after} now; by that of now it would be part {part}. The size is counted by the {name} of the day of the act; whether it is to be counted anew is for a lawyer.',
  },
  time_source: {
    ru: '{act}, статья {article}',
    kk: '{act}, {article}-бап',
    en: '{act}, article {article}',
  },
  list: { ru: '{items}', kk: '{items}', en: '{items}' },
  edition_span: { ru: 'с {from} по {to}', kk: '{from} – {to}', en: '{from} to {to}' },
  edition_from: { ru: 'с {from}', kk: '{from} бастап', en: 'from {from}' },
  note_straddles_law: {
    ru: 'Деяние началось {act}, норма действует с {from}: считать можно только то, что сделано с этого дня.',
    kk: 'Әрекет {act} басталған, норма {from} күнінен қолданылады: тек сол күннен бергісі есептеледі.',
    en: 'The act began on {act}, the provision holds from {from}: only what was done from that day counts.',
  },
  note_straddles_age: {
    ru: 'За время деяния человеку исполнилось {age}: считать можно только то, что сделано после этого.',
    kk: 'Әрекет кезінде адам {age} жасқа толды: содан кейінгісі ғана есептеледі.',
    en: 'During the act the person turned {age}: only what was done afterwards counts.',
  },
  note_birthday: {
    ru: 'День деяния — сам день рождения: с какого часа считать возраст достигнутым, решает юрист.',
    kk: 'Әрекет күні — туған күннің өзі: жасқа қай сағаттан толды деп санау керегін заңгер шешеді.',
    en: 'The day of the act is the very birthday: from which hour the age is reached is for a lawyer.',
  },
  note_straddles_unit: {
    ru: 'За время деяния {name} изменился: {before}, затем {after}; размер посчитан по последнему дню.',
    kk: 'Әрекет кезінде {name} өзгерді: {before}, кейін {after}; мөлшер соңғы күн бойынша есептелді.',
    en: 'During the act the {name} changed from {before} to {after}; the size is counted by that of the last day.',
  },
  note_age_unknown: {
    ru: 'Дата рождения неизвестна; отвечают с {age} лет. Установите её первой.',
    kk: 'Туған күні белгісіз; {age} жастан жауап береді. Алдымен соны анықтаңыз.',
    en: 'The date of birth is not known; one answers from {age}. Find that out first.',
  },
  note_age_unread: {
    ru: 'С какого возраста отвечают по этой норме, в данных не прочитано.',
    kk: 'Бұл норма бойынша неше жастан жауап беретіні деректерде оқылмаған.',
    en: 'From which age one answers by this provision was not read for these data.',
  },
  note_edition_unread: {
    ru: 'Редакция на {date} не прочитана; показана ближайшая, с {from}. Сверьте с текстом того дня.',
    kk: '{date} күнгі редакция оқылмаған; ең жақыны, {from} бастап қолданылатыны көрсетілді. Сол күнгі мәтінмен салыстырыңыз.',
    en: 'The edition of {date} was not read; the nearest is shown, from {from}. Compare it with the text of that day.',
  },
  note_date_unknown: {
    ru: 'День деяния не назван; взят день открытия дела.',
    kk: 'Әрекет күні аталмаған; іс ашылған күн алынды.',
    en: 'The day of the act is not told; the day the case was opened is taken.',
  },
  note_unit_unknown: {
    ru: 'Значения {name} на {date} нет в данных: размер не посчитан.',
    kk: '{date} күнгі {name} мәні деректерде жоқ: мөлшер есептелмеді.',
    en: 'The data have no {name} for {date}: the size is not counted.',
  },
  note_currency: {
    ru: 'Сумма в другой валюте ({currency}) не посчитана: нужен официальный курс дня деяния.',
    kk: 'Басқа валютадағы сома ({currency}) есептелмеді: әрекет күнінің ресми бағамы керек.',
    en: 'A sum in another currency ({currency}) is not counted: the official rate of the day of the act is needed.',
  },
  note_reward_sum: {
    ru: 'Полученное сложено, из обещаний взято наибольшее; мерой служит большее из двух. Раздельные эпизоды считают порознь — решает юрист.',
    kk: 'Алынғаны қосылды, уәделердің ең үлкені алынды; екеуінің үлкені — өлшем. Жеке эпизодтар бөлек есептеледі — заңгер шешеді.',
    en: 'What was received is added up, of promises the largest is taken, and the larger of the two is the measure. Separate episodes are counted apart; that is for a lawyer.',
  },
  note_no_lapse: {
    ru: 'Сроки давности к этому не применяются.',
    kk: 'Бұған ескіру мерзімі қолданылмайды.',
    en: 'No limitation by time applies to it.',
  },
  note_data: { ru: '{text}', kk: '{text}', en: '{text}' },
  breach: {
    ru: 'Если не сделать: {text} — {sanction} ({article})',
    kk: 'Орындалмаса: {text} — {sanction} ({article})',
    en: 'If it is not done: {text}, {sanction} ({article})',
  },
  meets_same_article: {
    ru: '{articles}: это разные деяния одной статьи, каждое оценивают отдельно. Вознаграждение в деле не разделено между ними — для каждой части взята вся сумма.',
    kk: '{articles}: бұл — бір баптың әртүрлі әрекеттері, әрқайсысы жеке бағаланады. Істе сыйақы олардың арасында бөлінбеген — әр бөлікке бүкіл сома алынды.',
    en: '{articles}: these are different acts of one article, each judged by itself. The case does not divide the reward between them; the whole sum is taken for each.',
  },
  meets_ban: {
    ru: 'Запрет закона о платежах показан рядом: сам по себе он не наказывает, но объясняет, почему действие незаконно.',
    kk: 'Төлемдер туралы заңның тыйымы қатар көрсетілген: өзі жазаламайды, бірақ әрекеттің неге заңсыз екенін түсіндіреді.',
    en: 'The ban of the payments law is shown beside: it punishes nothing by itself, but says why the act is unlawful.',
  },
  meets_company: {
    ru: 'По уголовному закону отвечает только физическое лицо: для организации смотрите её руководителей и тех, кто распоряжался счётом.',
    kk: 'Қылмыстық заң бойынша тек жеке тұлға жауап береді: ұйым үшін оның басшыларын және шотқа билік еткендерді қараңыз.',
    en: 'By criminal law only a natural person answers: for an organisation look at its heads and at who disposed of the account.',
  },
} as const satisfies Record<string, Localized>;
export type QualifyText = keyof typeof QUALIFY_TEXTS;
