import { mostFeatures } from './features.ts';
import { hashOf } from './hash.ts';
import { Numbering } from './numbering.ts';
import { PostingLists } from './posting-lists.ts';
import { withRoom } from './typed-arrays.ts';

/**
 * The products on sale and their features, both ways: the features of each product, and the products that have each
 * feature. Both go by numbers, which are given out again when a product goes or a feature has no product left, so that
 * changes leave no garbage.
 */
export class FeatureIndex {
	readonly products = new Numbering();
	readonly features = new Numbering();
	readonly postings = new PostingLists();
	/** The features of each product, in rows of one length, so that each can be written over … */
	rows = new Uint32Array(0);
	/** … and how many there are in each row. */
	counts = new Uint8Array(0);
	/** Looks drawn by chance for each product, and is the same for it in every replica. */
	hashes = new Uint32Array(0);
	#changes = 0;

	/** How many products there are. */
	get size(): number {
		return this.products.size;
	}

	/** Goes up with every change. */
	get changes(): number {
		return this.#changes;
	}

	has(id: string): boolean {
		return this.products.numberOf(id) !== undefined;
	}

	/** The product is on sale, with these features alone; of a longer list, the first 40. */
	put(id: string, features: readonly string[]): void {
		this.remove(id);
		this.#changes++;
		const product = this.products.take(id);
		const first = product * mostFeatures;
		this.rows = withRoom(this.rows, first + mostFeatures);
		this.counts = withRoom(this.counts, product + 1);
		this.hashes = withRoom(this.hashes, product + 1);
		let count = 0;
		for (const name of new Set(features.slice(0, mostFeatures))) {
			const feature = this.features.take(name);
			this.rows[first + count++] = feature;
			this.postings.add(feature, product);
		}
		this.counts[product] = count;
		this.hashes[product] = hashOf(id);
	}

	/** The product is not on sale any more, if it was. */
	remove(id: string): void {
		const product = this.products.numberOf(id);
		if (product === undefined) return;
		this.#changes++;
		for (const feature of this.rowOf(product)) {
			this.postings.remove(feature, product);
			if (this.postings.frequency(feature) === 0) this.features.giveBack(feature);
		}
		this.products.giveBack(product);
	}

	/** The features of a product, by number. */
	rowOf(product: number): Uint32Array {
		const first = product * mostFeatures;
		return this.rows.subarray(first, first + this.counts[product]!);
	}
}
