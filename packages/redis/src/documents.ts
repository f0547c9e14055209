import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'redis';
import type { RedisConnection } from 'redis-om';
import { RedisUnreachable } from './connect.ts';
import { isConnectionLost } from './is-connection-lost.ts';

/** The connection that redis-om works with: node-redis 4, the version it is made for. */
export interface Documents extends AsyncDisposable {
	client: RedisConnection;
}

/**
 * Connects redis-om to Redis.
 *
 * @throws RedisUnreachable when Redis does not answer, or knows neither JSON nor Search
 */
export async function connectDocuments(url: string, name: string): Promise<Documents> {
	const client = createClient({
		url,
		name,
		socket: { reconnectStrategy: (attempt) => Math.min(50 * attempt, 1_000) },
	});
	// node-redis reports each lost connection here and mends it by itself; commands meanwhile wait in its queue.
	client.on('error', () => {});
	const { host } = new URL(url);
	try {
		await client.connect();
	} catch (error) {
		throw new RedisUnreachable(`Redis at ${host} cannot be reached (${(error as Error).message}).`);
	}
	try {
		await checkModules(client);
	} catch (error) {
		await client.disconnect();
		const [problem] = (error as Error).message.split(',');
		if (isConnectionLost(error))
			throw new RedisUnreachable(`Redis at ${host} cannot be reached (${problem}).`);
		throw new RedisUnreachable(
			`Redis at ${host} lacks JSON or Search (${problem}). Take Redis 8, or 7.4 with both modules.`,
		);
	}
	return {
		client: withTolerantDropIndex(client),
		async [Symbol.asyncDispose]() {
			await client.disconnect();
		},
	};
}

const checks = 20;

/** @throws what Redis answers when it lacks a module; a connection that breaks meanwhile says nothing of that */
async function checkModules(client: ReturnType<typeof createClient>): Promise<void> {
	for (let check = 1; ; check++) {
		try {
			await client.json.get('infinite-blob:none');
			await client.ft._list();
			return;
		} catch (error) {
			if (!isConnectionLost(error) || check === checks) throw error;
			await sleep(100);
		}
	}
}

/**
 * redis-om drops an index before it makes it and ignores "Unknown index name", in RediSearch's older wording alone;
 * newer servers say it in other words, and then a fresh Redis would never get its index.
 */
function withTolerantDropIndex(client: ReturnType<typeof createClient>): RedisConnection {
	const { ft } = client;
	const tolerant = new Proxy(ft, {
		get(target, property) {
			const member = Reflect.get(target, property);
			if (property !== 'dropIndex') return typeof member === 'function' ? member.bind(target) : member;
			return async (...parameters: Parameters<typeof ft.dropIndex>) => {
				try {
					return await target.dropIndex(...parameters);
				} catch (error) {
					if (/(unknown|no such) index|index not found/i.test((error as Error).message)) return 'OK';
					throw error;
				}
			};
		},
	});
	Object.defineProperty(client, 'ft', { value: tolerant });
	return client as unknown as RedisConnection;
}
