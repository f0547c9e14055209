import { runService } from '@infinite-blob/service/run-service';
import { readConfig } from './config.ts';
import { startGateway } from './start-gateway.ts';

await runService('gateway', async (logger) => {
	const gateway = await startGateway(readConfig(), logger);
	process.on('SIGHUP', () => void gateway.reload());
	return gateway;
});
