import type { ErrorEntry } from './entry.ts';

/** Reports of anybody: proof of work, talk, pictures. */
export const PUBLIC_REPORT_ERRORS = {
  QRG_PROOF_NEEDED: {
    status: 428,
    message: {
      ru: 'Сейчас сообщений много, поэтому нужна проверка: устройство решит короткую задачу',
      kk: 'Қазір хабарлама көп, сондықтан тексеру керек: құрылғы қысқа есеп шығарады',
      en: 'There are many messages now, so a check is wanted: the device solves a short task',
    },
    hint: {
      ru: 'Возьмите задачу: GET /v1/proofs/{purpose}. Решение отправьте в поле proof. Сайт делает это сам.',
      kk: 'Есепті алыңыз: GET /v1/proofs/{purpose}. Шешімін proof өрісінде жіберіңіз. Сайт мұны өзі істейді.',
      en: 'Take a task: GET /v1/proofs/{purpose}. Send its solution in the field proof. The site does so by itself.',
    },
  },
  QRG_PROOF_OFTEN: {
    status: 429,
    message: {
      ru: 'Слишком много проверок подряд. Попробуйте через {seconds} с',
      kk: 'Тексеру қатарынан тым көп болды. {seconds} с кейін қайталаңыз',
      en: 'Too many checks in a row. Try again in {seconds} s',
    },
  },
  QRG_PROOF_OLD: {
    status: 422,
    message: {
      ru: 'Задача проверки устарела',
      kk: 'Тексеру есебінің мерзімі өтті',
      en: 'The task of the check has run out',
    },
    hint: {
      ru: 'Возьмите новую: GET /v1/proofs/{purpose}',
      kk: 'Жаңасын алыңыз: GET /v1/proofs/{purpose}',
      en: 'Take a new one: GET /v1/proofs/{purpose}',
    },
  },
  QRG_PROOF_USED: {
    status: 422,
    message: {
      ru: 'Это решение уже использовано',
      kk: 'Бұл шешім бұрын қолданылған',
      en: 'This solution has been used already',
    },
    hint: {
      ru: 'Для каждой отправки нужна новая задача: GET /v1/proofs/{purpose}',
      kk: 'Әр жіберуге жаңа есеп керек: GET /v1/proofs/{purpose}',
      en: 'Each sending wants a new task: GET /v1/proofs/{purpose}',
    },
  },
  QRG_PROOF_WRONG: {
    status: 422,
    message: {
      ru: 'Проверка не пройдена: решение неверно или задача не от этого сервера',
      kk: 'Тексеруден өтпеді: шешімі қате не есеп бұл серверден емес',
      en: 'The check failed: the solution is wrong, or the task is not of this server',
    },
    hint: {
      ru: 'Возьмите задачу: GET /v1/proofs/{purpose}',
      kk: 'Есепті алыңыз: GET /v1/proofs/{purpose}',
      en: 'Take a task: GET /v1/proofs/{purpose}',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
