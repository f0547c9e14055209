import type { Redis } from '@infinite-blob/redis/connect';
import { followChannel } from '@infinite-blob/redis/follow-channel';
import type { FeatureIndex } from '../domain/feature-index.ts';
import type { Scores } from '../domain/ranking.ts';
import { Similarity } from '../domain/similarity.ts';
import { readGenerations } from '../generations.ts';
import { type GenerationKeys, keysOf } from '../keys.ts';
import { changedChannel } from './changed-channel.ts';
import { readChanges } from './changes.ts';
import { featuresIn, readProducts } from './known-product.ts';
import { type LoadedCatalogue, loadCatalogue } from './load-catalogue.ts';

/** What the catalogue is read from, and how often. */
export interface LiveCatalogueOptions {
	redis: Redis;
	/** Told what went wrong with a reading; the catalogue stays as it is until the next one. */
	onError: (error: unknown) => void;
	lookEveryMs: number;
}

/** Few enough that nothing else waits while they are taken in. */
const pageSize = 100;
/** Enough to fill up the longest list, whatever is left out of it. */
const newestCount = 150;

/**
 * The products on sale of the generation in use, in memory: changes are taken in as soon as they are told and, where a
 * message was lost, after `lookEveryMs`. Another generation is loaded beside the one in use.
 */
export class LiveCatalogue implements Disposable {
	readonly #options: LiveCatalogueOptions;
	readonly #ending = new DisposableStack();
	#keys = keysOf(0);
	#loaded!: LoadedCatalogue;
	#similarity!: Similarity;
	#newest: string[] = [];
	#reading = Promise.resolve();
	#next: Promise<void> | undefined;

	private constructor(options: LiveCatalogueOptions) {
		this.#options = options;
	}

	/** @returns when all products on sale are known */
	static async follow(options: LiveCatalogueOptions): Promise<LiveCatalogue> {
		const catalogue = new LiveCatalogue(options);
		await catalogue.#read();
		const refresh = () => void catalogue.refresh();
		catalogue.#ending.use(await followChannel(options.redis, changedChannel, refresh));
		const timer = setInterval(refresh, options.lookEveryMs);
		catalogue.#ending.defer(() => clearInterval(timer));
		// For what changed after it was read and before anything was heard.
		await catalogue.refresh();
		return catalogue;
	}

	/** The keys of the generation in use. */
	get keys(): GenerationKeys {
		return this.#keys;
	}

	/** The products on sale. */
	get index(): FeatureIndex {
		return this.#loaded.index;
	}

	/** The ids of those that came last, the latest first; some may have just been archived. */
	get newest(): readonly string[] {
		return this.#newest;
	}

	/** The products on sale that are most like each, without a question to Redis for those that are on sale themselves. */
	async similarTo(ids: readonly string[], count: number): Promise<Scores[]> {
		const others = ids.filter((id) => !this.index.has(id));
		const known = await readProducts(this.#options.redis, this.#keys, others);
		const features = new Map(others.map((id, place) => [id, known[place] && featuresIn(known[place])]));
		return ids.map((id) => this.#similarity.to(id, count, features.get(id)));
	}

	/** Takes in what has changed. @returns when a reading has ended that began after the call, whether it went well or not */
	refresh(): Promise<void> {
		this.#next ??= this.#reading.then(() => {
			this.#next = undefined;
			this.#reading = this.#read().catch((error) => {
				if (!this.#ending.disposed) this.#options.onError(error);
			});
			return this.#reading;
		});
		return this.#next;
	}

	async #read(): Promise<void> {
		const { redis } = this.#options;
		for (;;) {
			const [{ current }, changes] = await Promise.all([
				readGenerations(redis),
				this.#loaded && readChanges(redis, this.#loaded.keys, this.#loaded.cursor),
			]);
			// Another generation tells of purchases at once, since the old one is deleted soon.
			this.#keys = keysOf(current);
			if (!changes || this.#keys.prefix !== this.#loaded.keys.prefix) {
				this.#loaded = await loadCatalogue(redis, this.#keys);
				this.#similarity = new Similarity(this.#loaded.index);
			} else if (changes.ids.length > 0) {
				await this.#takeIn(changes.ids);
				this.#loaded.cursor = changes.cursor;
			} else return;
			this.#newest = await redis.zrevrange(this.#keys.onSale, 0, newestCount - 1);
		}
	}

	async #takeIn(ids: readonly string[]): Promise<void> {
		for (let start = 0; start < ids.length; start += pageSize) {
			const page = ids.slice(start, start + pageSize);
			const products = await readProducts(this.#options.redis, this.#keys, page);
			for (const [place, known] of products.entries()) {
				if (known && 'onSale' in known) this.index.put(page[place]!, featuresIn(known));
				else this.index.remove(page[place]!);
			}
		}
	}

	[Symbol.dispose](): void {
		this.#ending.dispose();
	}
}
