export { CHANNEL_WORDS } from '../pieces/channel-texts.ts';
