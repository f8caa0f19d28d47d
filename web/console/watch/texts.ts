import { areaTexts } from '../texts.ts';
import { CAMPAIGN_TEXTS } from './texts-campaigns.ts';
import { POST_TEXTS } from './texts-posts.ts';
import { REPORT_TEXTS } from './texts-reports.ts';
import { SOURCE_TEXTS } from './texts-sources.ts';
import { TAKEDOWN_TEXTS } from './texts-takedowns.ts';
import { WATCH_WORDS } from './texts-words.ts';

export { CAMPAIGN_TEXTS, POST_TEXTS, REPORT_TEXTS, SOURCE_TEXTS, TAKEDOWN_TEXTS, WATCH_WORDS };

export const useWatchWords = areaTexts('watch', WATCH_WORDS);
export const usePostTexts = areaTexts('watchPosts', POST_TEXTS);
export const useCampaignTexts = areaTexts('watchCampaigns', CAMPAIGN_TEXTS);
export const useReportTexts = areaTexts('watchReports', REPORT_TEXTS);
export const useSourceTexts = areaTexts('watchSources', SOURCE_TEXTS);
export const useTakedownTexts = areaTexts('watchTakedowns', TAKEDOWN_TEXTS);
