import type { Redis } from '@infinite-blob/redis/connect';
import { followChannel } from '@infinite-blob/redis/follow-channel';
import type { Logger } from '@infinite-blob/service/logger';
import type { AdvertisedProducts } from './advertised-products.ts';
import type { CampaignIndex } from './campaign-index.ts';
import { changedChannel } from './changed-channel.ts';
import type { LiveCampaign } from './domain/campaign.ts';

/** What the running campaigns are read from, and how often. */
export interface RunningCampaignsOptions {
	redis: Redis;
	index: CampaignIndex;
	products: AdvertisedProducts;
	logger: Logger;
	/** Epoch milliseconds. */
	now: () => number;
	lookEveryMs: number;
}

// Campaigns that begin soon are known before they do, so that they begin to the moment.
const aheadMs = 60_000;

/**
 * The campaigns that ads are drawn from, in memory: read again as soon as a replica tells of a change and, where a
 * message was lost, after `lookEveryMs`.
 */
export class RunningCampaigns implements Disposable {
	readonly #options: RunningCampaignsOptions;
	readonly #ending = new DisposableStack();
	#campaigns: readonly LiveCampaign[] = [];
	#reading = Promise.resolve();
	#next: Promise<void> | undefined;

	private constructor(options: RunningCampaignsOptions) {
		this.#options = options;
	}

	static async follow(options: RunningCampaignsOptions): Promise<RunningCampaigns> {
		const running = new RunningCampaigns(options);
		running.#ending.use(await followChannel(options.redis, changedChannel, () => void running.refresh()));
		const timer = setInterval(() => void running.refresh(), options.lookEveryMs);
		running.#ending.defer(() => clearInterval(timer));
		await running.refresh();
		return running;
	}

	/** Those whose product is on sale. Some may not have begun, or just be over. */
	get campaigns(): readonly LiveCampaign[] {
		return this.#campaigns;
	}

	/** Reads them anew. @returns when a reading has ended that began after the call, whether it went well or not */
	refresh(): Promise<void> {
		this.#next ??= this.#reading.then(() => {
			this.#next = undefined;
			this.#reading = this.#read();
			return this.#reading;
		});
		return this.#next;
	}

	async #read(): Promise<void> {
		const { index, products, now, logger } = this.#options;
		try {
			const campaigns = await index.running(now(), now() + aheadMs);
			const known = await products.byHandles(campaigns.map(({ productHandle }) => productHandle));
			this.#campaigns = campaigns.flatMap((campaign, place) => {
				const product = known[place];
				return product?.available ? [{ ...campaign, productId: product.id }] : [];
			});
		} catch (error) {
			if (!this.#ending.disposed) logger.warn({ err: error }, 'running campaigns cannot be read');
		}
	}

	[Symbol.dispose](): void {
		this.#ending.dispose();
	}
}
