// `npm run seed`: fills the shop, running or not, with artworks and past orders.
import path from 'node:path';
import { makeFolder } from '@infinite-blob/config/make-folder';
import { readOperationSettings } from '@infinite-blob/config/operation-settings';
import { runWithOptions } from '@infinite-blob/config/run-with-options';
import { runningRedisUrl } from '@infinite-blob/config/running-shop';
import { dataDir } from '@infinite-blob/config/setting';
import { loadEnvironment } from '@infinite-blob/config/settings';
import { startRedis } from '@infinite-blob/redis-embedded/start-redis';
import { help, readSeedOptions, type SeedOptions } from './options.ts';
import { type Command, pipe } from './pipe.ts';

const snapshots: Command = ['subgraphs/products/src/operations/export-snapshots.ts'];
const purchases: Command = ['subgraphs/orders/src/operations/main.ts', 'purchases'];

/** Each service adds what is its own; what one has to know of another it is told line by line. */
function steps({ products, orders, seed }: SeedOptions): Command[][] {
	const catalogue = ['--products', String(products), '--seed', String(seed)];
	return [
		[['subgraphs/products/src/operations/grow.ts', ...catalogue]],
		[snapshots, ['subgraphs/orders/src/operations/history.ts', ...catalogue, '--orders', String(orders)]],
		[purchases, ['subgraphs/products/src/operations/count-downloads.ts']],
		[['subgraphs/recommendations/src/operations/rebuild.ts']],
	];
}

/** Seconds: of a shorter step the start of its processes is the greater part. */
const shortestForRate = 5;

function stop(): void {
	console.error('\nStopped. The same command goes on from here.');
	process.exit(130);
}

async function seed(options: SeedOptions): Promise<void> {
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
	const environment = loadEnvironment();
	const { DATA_DIR: folder } = readOperationSettings({ DATA_DIR: dataDir });
	await using open = new AsyncDisposableStack();
	let url = environment.REDIS_URL || runningRedisUrl(folder);
	if (!url) {
		makeFolder(folder);
		url = open.use(await startRedis({ dir: path.join(folder, 'redis') })).url;
	}
	const seconds: number[] = [];
	for (const commands of steps(options)) {
		const startedAt = performance.now();
		await pipe(commands, { ...environment, REDIS_URL: url });
		seconds.push((performance.now() - startedAt) / 1_000);
	}
	const whole = Math.round(seconds.reduce((sum, each) => sum + each, 0));
	const [products, orders] = [options.products, options.orders].map((count, step) => {
		const text = count.toLocaleString('en-US');
		const took = seconds[step]!;
		if (took < shortestForRate) return text;
		return `${text} (${Math.round(count / took).toLocaleString('en-US')} a second)`;
	});
	console.log(`Artworks: ${products}; orders: ${orders}; all in ${whole} s.`);
}

await runWithOptions(readSeedOptions, help, seed);
