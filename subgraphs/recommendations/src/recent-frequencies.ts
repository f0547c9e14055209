import type { Catalogue } from './catalogue.ts';
import type { Frequencies } from './domain/tf-idf.ts';

/** They change by a little with every product, which no list shows. */
const keptMs = 60_000;
/** Words of descriptions are without number. */
const most = 50_000;

/** How frequent features are, as known for a minute: products have most of theirs in common. */
export class RecentFrequencies {
	readonly #now: () => number;
	#counts = new Map<string, number>();
	#generation: number | undefined;
	#products = 0;
	#since = 0;

	constructor(now: () => number) {
		this.#now = now;
	}

	/** @param generation that the catalogue is of */
	async of(generation: number, catalogue: Catalogue, features: Iterable<string>): Promise<Frequencies> {
		const isOld = this.#now() - this.#since >= keptMs || this.#counts.size > most;
		if (generation !== this.#generation || isOld) {
			this.#counts = new Map();
			this.#generation = generation;
			this.#since = this.#now();
		}
		const counts = this.#counts;
		const unknown = new Set(features).difference(counts);
		if (unknown.size > 0) {
			const { products, of } = await catalogue.frequencies(unknown);
			this.#products = products;
			for (const feature of unknown) {
				// A feature that nothing has may be a new product's in a moment.
				if (of(feature) > 0) counts.set(feature, of(feature));
			}
		}
		return { products: this.#products, of: (feature) => counts.get(feature) ?? 0 };
	}
}
