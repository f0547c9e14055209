import { setTimeout as sleep } from 'node:timers/promises';
import type { ChainableCommander, Redis } from 'ioredis';
import pLimit from 'p-limit';

/** What a transaction's body decides after reading: the commands to run, and what to answer when they ran. */
export interface Decision<T> {
	/** Queues the commands; leave out when nothing is to change. */
	write?: (multi: ChainableCommander) => unknown;
	result: T;
}

/** The transaction lost every one of its attempts to other writers of the same keys. */
export class TransactionContended extends Error {
	override name = 'TransactionContended';
}

const connectionLimit = 8;
const maxAttempts = 50;

/**
 * Optimistic transactions: WATCH the keys, read, decide, MULTI … EXEC; again from the start when a watched key
 * changed in between. Each runs on a connection of its own, since WATCH belongs to the connection.
 */
export class Transactions implements Disposable {
	readonly #idle: Redis[] = [];
	readonly #redis: Redis;
	readonly #limit = pLimit(connectionLimit);
	#disposed = false;

	/** @param redis its settings are used for the transactions' own connections */
	constructor(redis: Redis) {
		this.#redis = redis;
	}

	/**
	 * @param keys every key that the body reads to decide
	 * @param body reads through the given connection; may run several times, so it must have no other effect
	 * @throws TransactionContended after 50 lost attempts, or the first error that a queued command answered
	 */
	run<T>(keys: string[], body: (redis: Redis) => Promise<Decision<T>>): Promise<T> {
		return this.#limit(async () => {
			const connection = await this.#connection();
			try {
				const result = await attempt(connection, keys, body);
				if (this.#disposed) connection.disconnect();
				else this.#idle.push(connection);
				return result;
			} catch (error) {
				// The connection may still hold a WATCH: it is not used again.
				connection.disconnect();
				throw error;
			}
		});
	}

	async #connection(): Promise<Redis> {
		for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
			if (idle.status === 'ready') return idle;
			idle.disconnect();
		}
		// Waits while Redis is away, so that a restart delays a transaction instead of failing it.
		await this.#redis.ping();
		// A connection that came back by itself would have lost its WATCH and EXEC would overwrite blindly: never reconnect.
		const connection = this.#redis.duplicate({ lazyConnect: false, retryStrategy: () => null });
		connection.on('error', () => {});
		return connection;
	}

	[Symbol.dispose](): void {
		this.#disposed = true;
		for (const connection of this.#idle.splice(0)) connection.disconnect();
	}
}

async function attempt<T>(
	connection: Redis,
	keys: string[],
	body: (redis: Redis) => Promise<Decision<T>>,
): Promise<T> {
	for (let tries = 0; tries < maxAttempts; tries++) {
		// A connection's commands run in their order: what the body reads is read after WATCH without waiting for its answer.
		const [, { write, result }] = await Promise.all([connection.watch(...keys), body(connection)]);
		if (!write) {
			await connection.unwatch();
			return result;
		}
		const multi = connection.multi();
		write(multi);
		const replies = await multi.exec();
		if (replies) {
			for (const [error] of replies) if (error) throw error;
			return result;
		}
		// Full jitter: writers that collided once should not meet again.
		await sleep(Math.random() * Math.min(50, 2 ** tries));
	}
	throw new TransactionContended(`gave up after ${maxAttempts} attempts on ${keys.join(', ')}`);
}
