import type { Redis } from '@infinite-blob/redis/connect';
import { readJson } from '@infinite-blob/redis/json';
import type { Transactions } from '@infinite-blob/redis/transactions';
import { changedChannel } from './changed-channel.ts';
import { type Campaign, isCampaignId } from './domain/campaign.ts';

/** What the keys of campaigns' documents begin with; the search index covers them. */
export const documentPrefix = 'ads:campaign';

/** Counts campaigns: each gets a number that puts it into the list. */
export const sequenceKey = 'ads:sequence';

const documentKey = (id: string) => `${documentPrefix}:${id}`;

/** Campaigns in Redis: one JSON document each. What is saved is told to all replicas. */
export class CampaignRepository {
	readonly #redis: Redis;
	readonly #transactions: Transactions;

	constructor(redis: Redis, transactions: Transactions) {
		this.#redis = redis;
		this.#transactions = transactions;
	}

	async find(id: string): Promise<Campaign | undefined> {
		return isCampaignId(id) ? readJson<Campaign>(this.#redis, documentKey(id)) : undefined;
	}

	/** Adds a campaign, unless there is one with its id. */
	async add(campaign: Campaign): Promise<void> {
		const sequence = await this.#redis.incr(sequenceKey);
		const document = JSON.stringify({ ...campaign, sequence });
		await this.#redis.call('JSON.SET', documentKey(campaign.id), '$', document, 'NX');
		await this.#redis.publish(changedChannel, campaign.id);
	}

	/**
	 * Changes a campaign.
	 *
	 * @param change gives back the same object when there is nothing to change; may be called several times
	 * @returns the campaign as it is now; undefined when there is none
	 */
	async change(id: string, change: (campaign: Campaign) => Promise<Campaign>): Promise<Campaign | undefined> {
		if (!isCampaignId(id)) return undefined;
		const key = documentKey(id);
		return this.#transactions.run([key], async (redis) => {
			const before = await readJson<Campaign>(redis, key);
			if (!before) return { result: undefined };
			const after = await change(before);
			if (after === before) return { result: before };
			return {
				result: after,
				write: (multi) => {
					multi.call('JSON.SET', key, '$', JSON.stringify(after));
					multi.publish(changedChannel, id);
				},
			};
		});
	}
}
