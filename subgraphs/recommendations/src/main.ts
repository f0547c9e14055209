import { runService } from '@infinite-blob/service/run-service';
import { readConfig } from './config.ts';
import { startRecommendations } from './start-recommendations.ts';

await runService('recommendations', (logger) => startRecommendations(readConfig(), logger));
