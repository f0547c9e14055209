import type { ChainableCommander, Redis } from '@infinite-blob/redis/connect';
import type { Transactions } from '@infinite-blob/redis/transactions';
import { type Generations, readGenerations } from '../generations.ts';
import { type GenerationKeys, generationsKey, keysOf } from '../keys.ts';

/** Something to be learned by a generation, once. */
export interface Lesson {
	/** The keys by which it can be told what is known already. */
	watched: (keys: GenerationKeys) => string[];
	/** Reads what is known. @returns what queues the rest; nothing when all is known */
	decide: (redis: Redis, keys: GenerationKeys) => Promise<((multi: ChainableCommander) => void) | undefined>;
}

/** The generations that learn from events: the one in use, and the one that a rebuild fills. */
function living({ current, building }: Generations): number[] {
	return building === null ? [current] : [current, building];
}

/**
 * Writes down what is learned, in one transaction for all generations that are to learn it. Each tells by its own
 * records what it knows already.
 */
export class Learner {
	readonly #redis: Redis;
	readonly #transactions: Transactions;
	readonly #pupils: (generations: Generations) => number[];

	/** @param pupils which of the generations learn; may throw when none is to learn any more */
	constructor(
		redis: Redis,
		transactions: Transactions,
		pupils: (generations: Generations) => number[] = living,
	) {
		this.#redis = redis;
		this.#transactions = transactions;
		this.#pupils = pupils;
	}

	async learn(lesson: Lesson): Promise<void> {
		// Again when a rebuild began or ended meanwhile: then others are to learn it.
		for (let isDone = false; !isDone; ) isDone = await this.#teach(lesson);
	}

	async #teach({ watched, decide }: Lesson): Promise<boolean> {
		const pupils = this.#pupils(await readGenerations(this.#redis));
		const watch = [generationsKey, ...pupils.flatMap((generation) => watched(keysOf(generation)))];
		return this.#transactions.run(watch, async (redis) => {
			const [now, writes] = await Promise.all([
				readGenerations(redis),
				Promise.all(pupils.map((generation) => decide(redis, keysOf(generation)))),
			]);
			if (this.#pupils(now).join() !== pupils.join()) return { result: false };
			const wanted = writes.filter((write) => write !== undefined);
			if (wanted.length === 0) return { result: true };
			return {
				result: true,
				write: (multi) => {
					for (const write of wanted) write(multi);
				},
			};
		});
	}
}
