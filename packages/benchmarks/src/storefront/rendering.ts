import { randomInt } from 'node:crypto';
import { processOf } from '@infinite-blob/e2e/processes';
import type { RunningShop } from '@infinite-blob/e2e/start-shop';
import { createSessionToken } from '@infinite-blob/session/session-token';
import type { Pool } from 'undici';
import { secretsOf } from '../gateway/contestants.ts';
import { oneOf } from '../gateway/queries.ts';
import { type Result, resultOf } from '../gateway/result.ts';
import { keepAsking, type Turn } from '../gateway/turn.ts';
import { readProcess } from '../process-reading.ts';
import type { Options } from './options.ts';

const warmUpSeconds = 4;
const visitors = 1_000;

/** What rendering the pages costs the storefront's process; visitors and artworks are drawn at random. */
export async function measureRendering(
	shop: RunningShop,
	handles: readonly string[],
	{ connections, rounds, seconds }: Options,
): Promise<Result[]> {
	const pid = processOf(shop.dataDir, '/storefront/');
	const headers = await visitorsHeaders(shop);
	const entrants = [
		{ name: 'home', path: () => '/' },
		{ name: 'product', path: () => `/products/${oneOf(handles)}` },
		{ name: 'search', path: () => `/search?q=${oneOf(handles).split('-')[0]}` },
	].map(({ name, path }) => ({
		name,
		turns: [] as Turn[],
		turn: (length: number) =>
			keepAsking(shop.storefrontUrl, (pool) => load(pool, path(), headers()), {
				connections,
				seconds: length,
				read: () => readProcess(pid),
			}),
	}));
	for (const { turn } of entrants) await turn(warmUpSeconds);
	for (let round = 0; round < rounds; round++)
		for (const { turn, turns } of round % 2 ? entrants.toReversed() : entrants)
			turns.push(await turn(seconds));
	return entrants.map(({ name, turns }) => resultOf(name, turns));
}

/** Visitors with a session, each at an address of its own, as they come through a proxy. */
async function visitorsHeaders(shop: RunningShop): Promise<() => Record<string, string>> {
	const { SESSION_SECRET } = secretsOf(shop);
	const tokens = await Promise.all(
		Array.from({ length: visitors }, () => createSessionToken(SESSION_SECRET, Date.now())),
	);
	return () => {
		const index = randomInt(visitors);
		return {
			cookie: `ib_session=${tokens[index]!.token}`,
			'x-forwarded-for': `10.0.${index >> 8}.${index & 255}`,
			'accept-encoding': 'gzip, br',
		};
	};
}

async function load(pool: Pool, path: string, headers: Record<string, string>): Promise<void> {
	const response = await pool.request({ path, method: 'GET', headers });
	await response.body.arrayBuffer();
	if (response.statusCode !== 200) throw new Error(`${path} answered ${response.statusCode}`);
}
