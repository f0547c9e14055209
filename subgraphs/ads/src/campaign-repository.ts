import type { Redis } from '@infinite-blob/redis/connect';
import type { Documents } from '@infinite-blob/redis/documents';
import { prepareIndex } from '@infinite-blob/redis/prepare-index';
import { Repository, Schema } from 'redis-om';
import { type Campaign, isCampaignId } from './domain/campaign.ts';

const schema = new Schema('ads:campaign', {
	id: { type: 'string' },
	text: { type: 'text' },
	productHandle: { type: 'string' },
	keywords: { type: 'string[]' },
	weight: { type: 'number' },
});

/** The most that a draw considers. */
const most = 500;
const impressionsKey = (id: string) => `ads:impressions:${id}`;
const clicksKey = (id: string) => `ads:clicks:${id}`;

/** Campaigns as documents; their counters are keys of their own, out of the way of whoever saves a campaign. */
export class CampaignRepository {
	readonly #redis: Redis;
	readonly #campaigns: Repository;

	constructor(redis: Redis, documents: Documents) {
		this.#redis = redis;
		this.#campaigns = new Repository(schema, documents.client);
	}

	/** Makes the index, or makes it anew when the schema has changed. */
	prepare(): Promise<void> {
		return prepareIndex(this.#campaigns);
	}

	async save(campaign: Campaign): Promise<void> {
		await this.#campaigns.save(campaign.id, { ...campaign });
	}

	async find(id: string): Promise<Campaign | undefined> {
		if (!isCampaignId(id)) return undefined;
		const entity = await this.#campaigns.fetch(id);
		return entity.id === undefined ? undefined : (entity as unknown as Campaign);
	}

	/** The campaigns that have one of the words among their keywords. */
	async matching(words: readonly string[]): Promise<Campaign[]> {
		if (words.length === 0) return [];
		const search = this.#campaigns
			.search()
			.where('keywords')
			.containsOneOf(...words);
		return (await search.return.page(0, most)) as unknown as Campaign[];
	}

	async all(): Promise<Campaign[]> {
		return (await this.#campaigns.search().return.page(0, most)) as unknown as Campaign[];
	}

	/** Counts one impression for each ad served. */
	async countImpressions(ids: readonly string[]): Promise<void> {
		await Promise.all(ids.map((id) => this.#redis.incr(impressionsKey(id))));
	}

	async countClick(id: string): Promise<void> {
		await this.#redis.incr(clicksKey(id));
	}
}
