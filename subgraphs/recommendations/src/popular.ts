import type { Redis } from '@infinite-blob/redis/connect';
import type { LiveCatalogue } from './catalogue/live-catalogue.ts';
import { Purchases } from './purchases.ts';

/** What is popular is read from, and how often. */
export interface PopularOptions {
	redis: Redis;
	catalogue: LiveCatalogue;
	/** Told what went wrong with a reading; the list stays as it is until the next one. */
	onError: (error: unknown) => void;
	readEveryMs: number;
}

/** So many fill up the longest list, whatever is left out of it. */
const enough = 150;
/** Archived products among those that were bought take no more than so many looks. */
const pageSize = 200;
const mostPages = 5;

/** What may be shown to anybody, in memory: what was bought of late is read every few seconds. */
export class Popular implements Disposable {
	readonly #options: PopularOptions;
	readonly #ending = new DisposableStack();
	#bought: readonly string[] = [];
	#reading: Promise<void> | undefined;

	private constructor(options: PopularOptions) {
		this.#options = options;
	}

	static async follow(options: PopularOptions): Promise<Popular> {
		const popular = new Popular(options);
		await popular.#read();
		const timer = setInterval(() => void popular.refresh(), options.readEveryMs);
		popular.#ending.defer(() => clearInterval(timer));
		return popular;
	}

	/** The products on sale that were bought most of late, and then the newest. */
	list(): string[] {
		const { index, newest } = this.#options.catalogue;
		return [...new Set([...this.#bought, ...newest])].filter((id) => index.has(id));
	}

	/** Reads it anew, unless that is under way. */
	refresh(): Promise<void> {
		this.#reading ??= this.#read()
			.catch((error) => {
				if (!this.#ending.disposed) this.#options.onError(error);
			})
			.finally(() => {
				this.#reading = undefined;
			});
		return this.#reading;
	}

	async #read(): Promise<void> {
		const { redis, catalogue } = this.#options;
		const purchases = new Purchases(redis, catalogue.keys);
		const found: string[] = [];
		for (let page = 0; page < mostPages && found.length < enough; page++) {
			const ids = await purchases.trending(pageSize, page * pageSize);
			found.push(...ids.filter((id) => catalogue.index.has(id)));
			if (ids.length < pageSize) break;
		}
		this.#bought = found;
	}

	[Symbol.dispose](): void {
		this.#ending.dispose();
	}
}
