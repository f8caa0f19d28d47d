// One scan, as `qorgan scan PATH --out DIR` does it; tells its parent what it used. Run by bench/scan.ts.

import { scan } from '../src/service/scan/scan.ts';

const [path, out] = process.argv.slice(2);
if (path === undefined || out === undefined) throw new Error('usage: scan-once PATH OUT');
await scan({ paths: [path], out, language: 'en' });
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
process.send?.({ cpuMs: (userCPUTime + systemCPUTime) / 1000, rssKb: maxRSS });
