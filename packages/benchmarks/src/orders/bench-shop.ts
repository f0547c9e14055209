import { setTimeout as sleep } from 'node:timers/promises';
import { type RunningShop, startShop } from '@infinite-blob/e2e/start-shop';
import { connectRedis, disconnect, type Redis } from '@infinite-blob/redis/connect';
import { connectDocuments, type Documents } from '@infinite-blob/redis/documents';
import { costPerRequest, type Usage, usage } from '../process-cost.ts';
import { placeAtRate } from './arrivals.ts';
import { Crowd } from './crowd.ts';

/** A shop with shoppers in front of it, warm, and its Redis to look into. */
export interface BenchShop extends AsyncDisposable {
	shop: RunningShop;
	crowd: Crowd;
	redis: Redis;
	/** For searches. */
	documents: Documents;
}

const warmUp = [
	{ rate: 5, seconds: 3 },
	{ rate: 15, seconds: 12 },
];

/** Starts a shop as `npm start` does and buys in it until its processes have compiled what they run. */
export async function openBenchShop(): Promise<BenchShop> {
	await using opened = new AsyncDisposableStack();
	const shop = opened.use(await startShop());
	const crowd = opened.use(await Crowd.gather(shop.gatewayUrl, 20));
	const redis = opened.adopt(await connectRedis(shop.redisUrl, 'benchmark'), disconnect);
	const documents = opened.use(await connectDocuments(shop.redisUrl, 'benchmark'));
	for (const { rate, seconds } of warmUp) await placeAtRate(crowd, rate, seconds);
	await calm(shop);
	const running = opened.move();
	return { shop, crowd, redis, documents, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

const lookEveryMs = 1_000;
const idleShare = 0.1;
/** Between two previews a shop looks idle. */
const idleLooks = 4;
const patienceMs = 600_000;

/** Waits until the shop's processes have hardly anything left to do: previews made at the first start, say. */
export async function calm({ dataDir }: RunningShop): Promise<void> {
	const deadline = performance.now() + patienceMs;
	let before = cpuMs(usage(dataDir));
	for (let idle = 0; idle < idleLooks && performance.now() < deadline; ) {
		await sleep(lookEveryMs);
		const now = cpuMs(usage(dataDir));
		idle = now - before < lookEveryMs * idleShare ? idle + 1 : 0;
		before = now;
	}
}

/** CPU and memory of a stretch of work: of the shop's processes, and of this one, which makes the load. */
export class Meter {
	readonly #dataDir: string;
	readonly #before: Usage;
	readonly #ownBefore = process.cpuUsage();

	constructor({ dataDir }: RunningShop) {
		this.#dataDir = dataDir;
		this.#before = usage(dataDir);
	}

	/** What one of so many orders cost, by process. */
	perOrder(orders: number): ReturnType<typeof costPerRequest> {
		const { user, system } = process.cpuUsage(this.#ownBefore);
		const own = {
			name: 'load generator',
			cpuMs: (user + system) / 1000 / orders,
			residentMb: process.memoryUsage.rss() / 2 ** 20,
		};
		return [...costPerRequest(this.#before, usage(this.#dataDir), orders), own];
	}
}

function cpuMs(used: Usage): number {
	return Array.from(used.values()).reduce((sum, process) => sum + process.cpuMs, 0);
}
