import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FileStore } from '@infinite-blob/files/file-store';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { anonymous, type Viewer } from '@infinite-blob/session/viewer';
import { eventually } from '@infinite-blob/testing/eventually';
import { silentLogger } from '@infinite-blob/testing/silent-logger';
import { type Answer, ask, testSecret } from '@infinite-blob/testing/subgraph-client';
import { startTestRedis } from '@infinite-blob/testing/test-redis';
import sharp, { type Sharp } from 'sharp';
import { expect } from 'vitest';
import type { Config } from '../src/config.ts';
import { startProducts } from '../src/start-products.ts';

export const admin: Viewer = { kind: 'admin' };
export const service: Viewer = { kind: 'service', name: 'cart' };

export interface SeedEntry {
	handle: string;
	name: string;
	description?: string;
	tags?: string[];
	price?: number;
	createdAt?: string;
}

/** Three artworks, enough for most tests. */
const threeArtworks: SeedEntry[] = [
	{ handle: 'moon-night', name: 'Moon Night', tags: ['hills', 'night'], price: 900 },
	{ handle: 'quiet-vase', name: 'Quiet Vase', tags: ['ceramics', 'calm'], price: 2400 },
	{ handle: 'silk-dawn', name: 'Silk Dawn', tags: ['silk', 'calm'], price: 1500 },
];

/** A picture of one colour; its hash follows from the colour. */
export function picture(width = 64, height = 48, colour = '#468'): Sharp {
	return sharp({ create: { width, height, channels: 3, background: colour } });
}

/** The products service on a Redis and a file store of its own. */
export async function productsUnderTest(
	entries = threeArtworks,
	pictureSize = { width: 64, height: 48 },
	files?: (folder: string) => FileStore,
) {
	await using started = new AsyncDisposableStack();
	const redis = started.use(await startTestRedis());
	const folder = await mkdtemp(path.join(tmpdir(), 'ib-products-'));
	started.defer(() => rm(folder, { recursive: true }));
	const seed = pathToFileURL(`${folder}/seed/`);
	await writeSeed(seed, entries, pictureSize);
	const config: Config = {
		PRODUCTS_PORT: 0,
		HOST: '127.0.0.1',
		REDIS_URL: redis.url,
		FILES_DIR: path.join(folder, 'files'),
		SERVICE_SECRET: testSecret,
		PUBLIC_GATEWAY_URL: 'http://shop.example',
		REPLICA: '1',
		SEED: true,
	};
	const parts = { seed, ...(files && { files: files(config.FILES_DIR) }) };
	const products = started.use(await startProducts(config, silentLogger, parts));
	const commands = started.adopt(await connectRedis(redis.url, 'tests'), disconnect);
	const running = started.move();
	return {
		url: products.url,
		folder,
		redis: commands,
		/** Starts one more replica, as after a restart. */
		startAgain: (replica = '2') => startProducts({ ...config, REPLICA: replica }, silentLogger, { seed }),
		ask: askAt(products.url),
		askAt,
		[Symbol.asyncDispose]: () => running.disposeAsync(),
	};
}

/** Waits until nothing is made ready in the background any more: six pictures for each work of the seed. */
export function madeReady(shop: ProductsUnderTest, works = threeArtworks.length): Promise<void> {
	const media = path.join(shop.folder, 'files', 'media');
	return eventually(async () => {
		const made = await readdir(media, { recursive: true });
		expect(made.filter((file) => /\.(webp|avif)$/.test(file))).toHaveLength(6 * works);
	}, 20_000);
}

/** Asks a replica as a viewer, or as nobody in particular. */
function askAt(url: string) {
	return (query: string, variables: Record<string, unknown> = {}, viewer = anonymous): Promise<Answer> =>
		ask(url, viewer, query, variables);
}

export type ProductsUnderTest = Awaited<ReturnType<typeof productsUnderTest>>;

async function writeSeed(
	seed: URL,
	entries: SeedEntry[],
	{ width, height }: { width: number; height: number },
) {
	await mkdir(new URL('images/', seed), { recursive: true });
	const full = entries.map((entry, place) => ({
		description: `An artwork called ${entry.name}.`,
		tags: [],
		price: 1000,
		createdAt: new Date(Date.UTC(2026, 0, 1 + place)).toISOString(),
		image: `${entry.handle}.webp`,
		art: {},
		...entry,
	}));
	await writeFile(new URL('catalogue.json', seed), JSON.stringify(full));
	for (const [place, { image }] of full.entries()) {
		const colour = { r: place % 256, g: 120, b: 180 };
		const original = sharp({ create: { width, height, channels: 3, background: colour } }).webp({
			lossless: true,
		});
		await writeFile(new URL(`images/${image}`, seed), await original.toBuffer());
	}
}
