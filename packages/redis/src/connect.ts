import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { isConnectionLost } from './is-connection-lost.ts';

export type { ChainableCommander, Redis } from 'ioredis';

/** Redis did not answer at the service's start. The message is one line for the operator. */
export class RedisUnreachable extends Error {
	override name = 'RedisUnreachable';
}

/**
 * Connects to Redis and waits until it answers; later losses of the connection are mended by ioredis, and commands
 * given meanwhile wait for it.
 *
 * @param name shown in CLIENT LIST
 * @throws RedisUnreachable when there is no answer for `patienceMs`
 */
export async function connectRedis(url: string, name: string, patienceMs = 10_000): Promise<Redis> {
	const redis = new Redis(url, {
		connectionName: name,
		lazyConnect: true,
		retryStrategy: (attempt) => Math.min(50 * attempt, 1_000),
		// A command waits through a restart of Redis instead of failing at the 20th reconnection.
		maxRetriesPerRequest: null,
	});
	let lastProblem = 'no answer';
	redis.on('error', (error) => {
		lastProblem = error.message || (error as NodeJS.ErrnoException).code || lastProblem;
	});
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(unreachable(url, lastProblem)), patienceMs);
	});
	try {
		// connect() rejects at the first refusal although ioredis goes on trying; PING waits for the first success.
		redis.connect().catch(() => {});
		await Promise.race([firstAnswer(redis), late]);
		return redis;
	} catch (error) {
		redis.disconnect();
		throw error instanceof RedisUnreachable ? error : unreachable(url, (error as Error).message);
	} finally {
		clearTimeout(timer);
	}
}

/** Asks again when the connection breaks over the question, as it may while Redis restarts. */
async function firstAnswer(redis: Redis): Promise<void> {
	for (;;) {
		try {
			await redis.ping();
			return;
		} catch (error) {
			if (!isConnectionLost(error) || redis.status === 'end') throw error;
			await sleep(50);
		}
	}
}

/** Closes a connection for good, without waiting for a Redis that does not answer. */
export function disconnect(redis: Redis): void {
	redis.disconnect();
}

function unreachable(url: string, problem: string): RedisUnreachable {
	const { host } = new URL(url);
	return new RedisUnreachable(`Redis at ${host} cannot be reached (${problem}). Start it or set REDIS_URL.`);
}
