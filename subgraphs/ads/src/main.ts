import { runService } from '@infinite-blob/service/run-service';
import { readConfig } from './config.ts';
import { startAds } from './start-ads.ts';

await runService('ads', (logger) => startAds(readConfig(), logger));
