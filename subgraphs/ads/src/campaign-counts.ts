import type { ChainableCommander, Redis } from '@infinite-blob/redis/connect';
import { execute } from '@infinite-blob/redis/execute';
import { weekAfter } from './domain/day.ts';

/** How often something happened, in all and on one day. */
export interface Count {
	total: number;
	today: number;
}

type Counted = 'impressions' | 'clicks';

const totalKey = (what: Counted, id: string) => `ads:${what}:${id}`;
// Days have keys of their own, so that those long past go by themselves and the total stays.
const dayKey = (what: Counted, id: string, day: string) => `ads:${what}:${id}:${day}`;

/** Counts impressions and clicks outside the documents, so that whoever saves a campaign does not touch them. */
export class CampaignCounts {
	readonly #redis: Redis;

	constructor(redis: Redis) {
		this.#redis = redis;
	}

	/**
	 * Counts an impression of each campaign named, in the order given, and gives back those named in `excess`, which
	 * were counted and not served: all in one round trip.
	 *
	 * @returns how many each campaign has had on that day with this one
	 */
	async countImpressions(
		ids: readonly string[],
		day: string,
		excess: readonly string[] = [],
	): Promise<number[]> {
		const multi = this.#redis.multi();
		for (const id of excess) multi.decr(dayKey('impressions', id, day)).decr(totalKey('impressions', id));
		for (const id of ids) count(multi, 'impressions', id, day);
		const answers = await execute(multi);
		return ids.map((_, place) => answers[2 * excess.length + 3 * place] as number);
	}

	async countClick(id: string, day: string): Promise<void> {
		await execute(count(this.#redis.multi(), 'clicks', id, day));
	}

	/** The counts of campaigns, in their order. */
	async of(ids: readonly string[], day: string): Promise<Record<Counted, Count>[]> {
		if (ids.length === 0) return [];
		const keys = ids.flatMap((id) =>
			(['impressions', 'clicks'] as const).flatMap((what) => [totalKey(what, id), dayKey(what, id, day)]),
		);
		const numbers = (await this.#redis.mget(keys)).map(Number);
		return ids.map((_, place) => {
			const [shown = 0, shownToday = 0, clicked = 0, clickedToday = 0] = numbers.slice(4 * place);
			return {
				impressions: { total: shown, today: shownToday },
				clicks: { total: clicked, today: clickedToday },
			};
		});
	}
}

/** Queues three commands, of which the first answers the day's count. */
function count(multi: ChainableCommander, what: Counted, id: string, day: string): ChainableCommander {
	const key = dayKey(what, id, day);
	return multi.incr(key).incr(totalKey(what, id)).pexpireat(key, weekAfter(day));
}
