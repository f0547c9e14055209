import { runService } from '@infinite-blob/service/run-service';
import { readConfig } from './config.ts';
import { startGateway } from './start-gateway.ts';

await runService('gateway', (logger) => startGateway(readConfig(), logger));
