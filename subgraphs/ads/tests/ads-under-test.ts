import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { append } from '@infinite-blob/events/append';
import { makeEvent } from '@infinite-blob/events/envelope';
import { productArchived } from '@infinite-blob/events/products/product-archived';
import { productCreated } from '@infinite-blob/events/products/product-created';
import { connectRedis, disconnect, type Redis } from '@infinite-blob/redis/connect';
import type { Service } from '@infinite-blob/service/start-service';
import { contextHeader, signContext } from '@infinite-blob/session/request-context';
import { anonymous, type Viewer } from '@infinite-blob/session/viewer';
import { silentLogger } from '@infinite-blob/testing/silent-logger';
import { ask, testSecret } from '@infinite-blob/testing/subgraph-client';
import { TcpProxy } from '@infinite-blob/testing/tcp-proxy';
import { startTestRedis } from '@infinite-blob/testing/test-redis';
import type { Config } from '../src/config.ts';
import type { Campaign } from '../src/domain/campaign.ts';
import { startAds } from '../src/start-ads.ts';

const campaigns: Campaign[] = [
	{
		id: 'cmp_moon',
		text: 'Get Moon Night',
		productHandle: 'moon-night',
		keywords: ['night', 'hills'],
		weight: 1,
	},
	{
		id: 'cmp_vase',
		text: 'Get Quiet Vase',
		productHandle: 'quiet-vase',
		keywords: ['ceramics', 'calm'],
		weight: 3,
	},
	{
		id: 'cmp_silk',
		text: 'Get Silk Dawn',
		productHandle: 'silk-dawn',
		keywords: ['silk', 'calm'],
		weight: 1,
	},
];

const dayMs = 24 * 60 * 60 * 1000;

/** How the ads service is started under test. */
export interface Setup {
	seed?: Campaign[];
	replicas?: number;
	lookEveryMs?: number;
	/** Called with the Redis before anything is started. */
	before?: (redis: Redis) => Promise<unknown>;
}

/**
 * The ads service on a Redis of its own, with three campaigns unless others are given, and no product yet. Its clock
 * stands at noon UTC of today until it is passed.
 */
export async function adsUnderTest({ seed = campaigns, replicas = 1, lookEveryMs, before }: Setup = {}) {
	await using started = new AsyncDisposableStack();
	const redis = started.use(await startTestRedis());
	const commands = started.adopt(await connectRedis(redis.url, 'tests'), disconnect);
	const traffic = { said: [] as string[] };
	const proxy = started.use(
		await TcpProxy.start(redis.url, () => ({
			said: (data) => void traffic.said.push(data.toString()),
			answered: (data) => data,
		})),
	);
	const folder = await mkdtemp(path.join(tmpdir(), 'ib-ads-'));
	started.defer(() => rm(folder, { recursive: true }));
	const file = path.join(folder, 'campaigns.json');
	await writeFile(file, JSON.stringify(seed));
	const config: Config = {
		ADS_PORT: 0,
		HOST: '127.0.0.1',
		REDIS_URL: `redis://127.0.0.1:${proxy.port}`,
		SERVICE_SECRET: testSecret,
		PUBLIC_GATEWAY_URL: 'http://api.example',
		PUBLIC_STOREFRONT_URL: 'http://shop.example',
		REPLICA: '1',
	};
	let now = Math.floor(Date.now() / dayMs) * dayMs + dayMs / 2;
	let pace = 0;
	// A fixed walk through the range, so that draws are the same in each run.
	let step = 0;
	const surroundings = {
		seed: pathToFileURL(file),
		random: () => (step++ * 0.618) % 1,
		now: () => {
			now += pace;
			return now;
		},
		...(lookEveryMs !== undefined && { lookEveryMs }),
	};
	const start = (replica: number) =>
		startAds({ ...config, REPLICA: String(replica) }, silentLogger, surroundings);
	await before?.(commands);
	const services: Service[] = [];
	for (let replica = 1; replica <= replicas; replica++) services.push(started.use(await start(replica)));
	const urls = services.map(({ url }) => url);
	const url = urls[0]!;
	const running = started.move();

	async function announce(handle: string, available: boolean, version: number): Promise<void> {
		const id = `prd_${handle}`;
		const rest = { name: handle, description: '', tags: [], price: 1, createdAt: 1 };
		const product = { id, handle, available, version, ...rest };
		const event = available ? productCreated : productArchived;
		await append(commands, 'products.events', makeEvent(event, id, { product }, 'test', Date.now()));
	}

	return {
		url,
		/** Of all replicas. */
		urls,
		redis: commands,
		/** What was said to Redis, by the packet. */
		traffic,
		/** Breaks all connections to Redis. */
		cut: () => proxy.cut(),
		now: () => now,
		passTime(ms: number) {
			now += ms;
		},
		/** Lets so many milliseconds pass whenever the service looks at the clock. */
		setPace(ms: number) {
			pace = ms;
		},
		sell: (handle: string, version = 1) => announce(handle, true, version),
		archive: (handle: string, version = 2) => announce(handle, false, version),
		ask: (query: string, variables: Record<string, unknown> = {}, viewer: Viewer = anonymous, at = url) =>
			ask(at, viewer, query, variables),
		/** Asks as the gateway would, without following where it leads. */
		get(target: string, method = 'GET', at = url): Promise<Response> {
			const context = { viewer: anonymous, address: '127.0.0.1', requestId: randomUUID() };
			const headers = { [contextHeader]: signContext(context, testSecret, Date.now()) };
			return fetch(`${at}${target}`, { method, headers, redirect: 'manual' });
		},
		startAgain: () => start(replicas + 1),
		[Symbol.asyncDispose]: () => running.disposeAsync(),
	};
}

export type AdsUnderTest = Awaited<ReturnType<typeof adsUnderTest>>;
