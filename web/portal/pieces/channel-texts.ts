import type { Channel } from '../../../src/academy/lesson.ts';
import type { Localized } from '../../../src/domain/language.ts';

/** Where an offer of the lessons meets a person. */
export const CHANNEL_WORDS: Readonly<Record<Channel, Localized>> = {
  telegram: { ru: 'Telegram', kk: 'Telegram', en: 'Telegram' },
  instagram: { ru: 'Instagram', kk: 'Instagram', en: 'Instagram' },
  whatsapp: { ru: 'WhatsApp', kk: 'WhatsApp', en: 'WhatsApp' },
  classmate: { ru: 'Разговор в школе', kk: 'Мектептегі әңгіме', en: 'Talk at school' },
  game_voice: { ru: 'Голос в игре', kk: 'Ойындағы дауыс', en: 'Game voice chat' },
  job_board: { ru: 'Сайт вакансий', kk: 'Жұмыс іздеу сайты', en: 'Job site' },
  sms: { ru: 'СМС', kk: 'СМС-хабарлама', en: 'Text message' },
  qr: { ru: 'QR-код', kk: 'QR-код', en: 'QR code' },
  phone: { ru: 'Звонок', kk: 'Қоңырау', en: 'Phone call' },
  street: { ru: 'На улице', kk: 'Көшеде', en: 'In the street' },
};
