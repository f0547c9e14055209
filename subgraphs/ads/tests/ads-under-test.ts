import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { append } from '@infinite-blob/events/append';
import { makeEvent } from '@infinite-blob/events/envelope';
import { productArchived } from '@infinite-blob/events/products/product-archived';
import { productCreated } from '@infinite-blob/events/products/product-created';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { contextHeader, signContext } from '@infinite-blob/session/request-context';
import { anonymous } from '@infinite-blob/session/viewer';
import { silentLogger } from '@infinite-blob/testing/silent-logger';
import { ask, testSecret } from '@infinite-blob/testing/subgraph-client';
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

/** The ads service on a Redis of its own, with three campaigns and no product yet. */
export async function adsUnderTest() {
	await using started = new AsyncDisposableStack();
	const redis = started.use(await startTestRedis());
	const folder = await mkdtemp(path.join(tmpdir(), 'ib-ads-'));
	started.defer(() => rm(folder, { recursive: true }));
	const seed = path.join(folder, 'campaigns.json');
	await writeFile(seed, JSON.stringify(campaigns));
	const config: Config = {
		ADS_PORT: 0,
		HOST: '127.0.0.1',
		REDIS_URL: redis.url,
		SERVICE_SECRET: testSecret,
		PUBLIC_GATEWAY_URL: 'http://api.example',
		PUBLIC_STOREFRONT_URL: 'http://shop.example',
		REPLICA: '1',
	};
	// A fixed walk through the range, so that draws are the same in each run.
	let step = 0;
	const random = () => (step++ * 0.618) % 1;
	const ads = started.use(await startAds(config, silentLogger, pathToFileURL(seed), random));
	const commands = started.adopt(await connectRedis(redis.url, 'tests'), disconnect);
	const running = started.move();

	async function announce(handle: string, available: boolean, version: number): Promise<void> {
		const id = `prd_${handle}`;
		const rest = { name: handle, description: '', tags: [], price: 1, createdAt: 1 };
		const product = { id, handle, available, version, ...rest };
		const event = available ? productCreated : productArchived;
		await append(commands, 'products.events', makeEvent(event, id, { product }, 'test', Date.now()));
	}

	return {
		url: ads.url,
		redis: commands,
		sell: (handle: string, version = 1) => announce(handle, true, version),
		archive: (handle: string, version = 2) => announce(handle, false, version),
		ask: (query: string, variables: Record<string, unknown> = {}) =>
			ask(ads.url, anonymous, query, variables),
		/** Asks as the gateway would, without following where it leads. */
		get(target: string, method = 'GET'): Promise<Response> {
			const context = { viewer: anonymous, address: '127.0.0.1', requestId: randomUUID() };
			const headers = { [contextHeader]: signContext(context, testSecret, Date.now()) };
			return fetch(`${ads.url}${target}`, { method, headers, redirect: 'manual' });
		},
		startAgain: () => startAds(config, silentLogger, pathToFileURL(seed), random),
		[Symbol.asyncDispose]: () => running.disposeAsync(),
	};
}

export type AdsUnderTest = Awaited<ReturnType<typeof adsUnderTest>>;
