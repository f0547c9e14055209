import { createFrequentLogger } from '@infinite-blob/service/logger';
import { runService } from '@infinite-blob/service/run-service';
import { readConfig } from './config.ts';
import { startGateway } from './start-gateway.ts';

await runService('gateway', async (logger) => {
	const gateway = await startGateway(readConfig(), logger, createFrequentLogger('gateway', logger));
	process.on('SIGHUP', () => void gateway.reload());
	return gateway;
});
