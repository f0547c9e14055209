import type { Documents } from '@infinite-blob/redis/documents';
import { prepareIndex } from '@infinite-blob/redis/prepare-index';
import { Repository, Schema } from 'redis-om';
import { documentPrefix } from './campaign-repository.ts';
import type { Campaign } from './domain/campaign.ts';

/** What campaigns are found and sorted by. */
const schema = new Schema(documentPrefix, {
	startsAt: { type: 'number' },
	endsAt: { type: 'number' },
	sequence: { type: 'number', sortable: true },
});

/** The most campaigns that ads are drawn from. */
const mostConsidered = 500;

/** A page of the list of all campaigns, latest first. */
export interface CampaignPage {
	campaigns: (Campaign & { sequence: number })[];
	hasNextPage: boolean;
	hasPreviousPage: boolean;
	totalCount: number;
}

/** The search index over the campaigns' documents. */
export class CampaignIndex {
	readonly #campaigns: Repository;

	constructor(documents: Documents) {
		this.#campaigns = new Repository(schema, documents.client);
	}

	/** Makes the index, or makes it anew when the schema has changed. */
	prepare(): Promise<void> {
		return prepareIndex(this.#campaigns);
	}

	/**
	 * The latest of the campaigns that run at some moment between the two, at most 500.
	 *
	 * @param from epoch milliseconds, as `to`
	 */
	async running(from: number, to: number): Promise<Campaign[]> {
		// Denied, since a campaign without the date must be found too.
		const search = this.#campaigns.search().where('endsAt').not.lte(from).and('startsAt').not.gt(to);
		return (await search.sortDesc('sequence').return.page(0, mostConsidered)) as unknown as Campaign[];
	}

	/** @param before the sequence of the last campaign of the page before */
	async page(size: number, before: number | undefined): Promise<CampaignPage> {
		const all = this.#campaigns.search();
		const following = this.#campaigns.search();
		if (before !== undefined) following.where('sequence').lt(before);
		const [found, totalCount] = await Promise.all([
			following.sortDesc('sequence').return.page(0, size + 1),
			all.return.count(),
		]);
		return {
			campaigns: found.slice(0, size) as unknown as CampaignPage['campaigns'],
			hasNextPage: found.length > size,
			// Campaigns are never taken away: the one of the cursor is still there.
			hasPreviousPage: before !== undefined,
			totalCount,
		};
	}
}
