import type { Logger } from '@infinite-blob/service/logger';
import type { GatewayMetrics } from '../metrics.ts';
import type { FederatedGateway } from './federated-gateway.ts';
import type { Supergraph } from './supergraph.ts';
import type { SupergraphFile } from './supergraph-file.ts';

interface ReloadOptions {
	supergraphFile: SupergraphFile;
	gateway: FederatedGateway;
	/** Makes plans before requests move over. */
	warm: (supergraph: Supergraph) => Promise<void>;
	metrics: GatewayMetrics;
	logger: Logger;
}

/**
 * Makes what reads the supergraph again and puts it in force if it is another one. Of several calls at once, one goes
 * on after the other. A supergraph that cannot be used is logged, and the one in force stays.
 */
export function createReload(options: ReloadOptions): () => Promise<void> {
	const { supergraphFile, gateway, warm, metrics, logger } = options;
	let reloading = Promise.resolve();

	async function reload(): Promise<void> {
		try {
			const sdl = supergraphFile.read();
			if (sdl === gateway.current.supergraph.sdl) return logger.info('the supergraph has not changed');
			await gateway.replace(sdl, warm);
			metrics.countReload('ok');
			logger.info('another supergraph is in force');
		} catch (error) {
			metrics.countReload('failed');
			const [problem] = (error as Error).message.split('\n');
			logger.error({ problem }, 'the supergraph cannot be used; the one before it stays in force');
		}
	}

	return () => {
		reloading = reloading.then(reload);
		return reloading;
	};
}
