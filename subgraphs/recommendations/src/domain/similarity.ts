import { bestOf } from './best-of.ts';
import type { FeatureIndex } from './feature-index.ts';
import { mostFeatures } from './features.ts';
import { hashes, hashOf } from './hash.ts';
import type { Scores } from './ranking.ts';
import { weightOf } from './tf-idf.ts';
import { withRoom } from './typed-arrays.ts';

/** How much is done to find what is like a product. */
export interface Bounds {
	/** So many entries of posting lists are taken: enough to find the best, few enough for a product page. */
	entries: number;
	/** So many products are compared by all their features: those that share most by the entries that were taken. */
	compared: number;
}

const usual: Bounds = { entries: 20_000, compared: 120 };

/** What the others are compared with. */
interface Subject {
	/** Its number, if it is on sale. */
	product: number | undefined;
	hash: number;
	/** Those of its features that products on sale have. */
	features: number[];
	/** The square of the length of its vector. */
	square: number;
}

/**
 * Finds the products on sale that are most like one, by the cosine of the angle between their tf-idf vectors. What it
 * finds depends on what the index holds, not on how that came there: all replicas find the same.
 */
export class Similarity {
	readonly #index: FeatureIndex;
	readonly #bounds: Bounds;
	// The squares of the weights of features, and after which change of the index each was computed.
	#squares = new Float64Array(0);
	#computedAfter = new Float64Array(0);
	/** What each product shares with the subject, as far as entries were taken; 0 between searches. */
	#shared = new Float32Array(0);
	/** The products that share something, as many as were found. */
	#found = new Uint32Array(0);
	/** 1 for the features of the subject; 0 between searches. */
	#isOwn = new Uint8Array(0);

	constructor(index: FeatureIndex, bounds = usual) {
		this.#index = index;
		this.#bounds = bounds;
	}

	/**
	 * The products most like one, the most alike first, by how much: more than 0, and 1 for the same.
	 *
	 * @param features of the product, where it is not on sale; else the index knows them
	 */
	to(id: string, count: number, features: readonly string[] = []): Scores {
		this.#makeRoom();
		const subject = this.#subject(id, features);
		const candidates = this.#mostSharing(this.#find(subject), subject);
		this.#shared.fill(0);

		const { products } = this.#index;
		for (const feature of subject.features) this.#isOwn[feature] = 1;
		const compared = Array.from(candidates, (product) => ({
			product,
			score: this.#cosine(subject, product),
		}));
		for (const feature of subject.features) this.#isOwn[feature] = 0;
		compared.sort((a, b) => b.score - a.score || this.#compare(subject, a.product, b.product));
		return new Map(compared.slice(0, count).map(({ product, score }) => [products.nameOf(product), score]));
	}

	#makeRoom(): void {
		const { products, features } = this.#index;
		this.#squares = withRoom(this.#squares, features.end);
		this.#computedAfter = withRoom(this.#computedAfter, features.end);
		this.#isOwn = withRoom(this.#isOwn, features.end);
		this.#shared = withRoom(this.#shared, products.end);
		this.#found = withRoom(this.#found, products.end);
	}

	#subject(id: string, names: readonly string[]): Subject {
		const { products, features, size } = this.#index;
		const product = products.numberOf(id);
		const known =
			product === undefined ? names.map((name) => features.numberOf(name)) : this.#index.rowOf(product);
		const subject: Subject = { product, hash: hashOf(id), features: [], square: 0 };
		for (const [place, feature] of known.entries()) {
			if (feature === undefined) subject.square += weightOf(names[place]!, 0, size) ** 2;
			else {
				subject.features.push(feature);
				subject.square += this.#square(feature);
			}
		}
		return subject;
	}

	/**
	 * Finds products that have the rarest features of the subject, as many features as their entries are allowed. Where
	 * these lead to next to nothing, a part of the products that have the next feature stands for all of them.
	 *
	 * @returns how many were found
	 */
	#find({ product, hash, features }: Subject): number {
		const { postings, features: names } = this.#index;
		const rarestFirst = features.toSorted(
			(a, b) => postings.frequency(a) - postings.frequency(b) || (names.nameOf(a) < names.nameOf(b) ? -1 : 1),
		);
		let found = 0;
		let left = this.#bounds.entries;
		for (const feature of rarestFirst) {
			const frequency = postings.frequency(feature);
			if (frequency > left && found >= this.#bounds.compared) break;
			found = this.#collect(found, feature, product, hash, left / frequency);
			if (frequency > left) break;
			left -= frequency;
		}
		return found;
	}

	/** Takes the entries of a feature, or a share of them: those of the hashes that come next. */
	#collect(before: number, feature: number, itself: number | undefined, hash: number, share: number): number {
		const [shared, found] = [this.#shared, this.#found];
		const { postings, hashes: own } = this.#index;
		const [list, length, square] = [
			postings.list(feature),
			postings.frequency(feature),
			this.#square(feature),
		];
		const far = share * hashes;
		let count = before;
		for (let place = 0; place < length; place++) {
			const product = list[place]!;
			if (product === itself || (share < 1 && distance(hash, own[product]!) >= far)) continue;
			if (shared[product] === 0) found[count++] = product;
			shared[product]! += square;
		}
		return count;
	}

	#mostSharing(found: number, subject: Subject): Uint32Array {
		return bestOf(this.#bounds.compared, this.#found, found, this.#shared, (a, b) =>
			this.#compare(subject, a, b),
		);
	}

	/**
	 * The order of products that are equally good: by what comes next after the subject's hash, so that of many equals
	 * not all products have the same ones beside them.
	 */
	#compare({ hash }: Subject, a: number, b: number): number {
		const { products, hashes: own } = this.#index;
		return (
			distance(hash, own[a]!) - distance(hash, own[b]!) || (products.nameOf(a) < products.nameOf(b) ? -1 : 1)
		);
	}

	#cosine({ square }: Subject, product: number): number {
		const [squares, computedAfter, isOwn] = [this.#squares, this.#computedAfter, this.#isOwn];
		const { rows, counts, changes } = this.#index;
		const end = product * mostFeatures + counts[product]!;
		let [shared, all] = [0, 0];
		for (let place = product * mostFeatures; place < end; place++) {
			const feature = rows[place]!;
			const own = computedAfter[feature] === changes ? squares[feature]! : this.#square(feature);
			all += own;
			if (isOwn[feature] === 1) shared += own;
		}
		return shared / Math.sqrt(square * all);
	}

	/** The square of a feature's weight. */
	#square(feature: number): number {
		const { changes, features, postings, size } = this.#index;
		if (this.#computedAfter[feature] !== changes) {
			this.#computedAfter[feature] = changes;
			this.#squares[feature] = weightOf(features.nameOf(feature), postings.frequency(feature), size) ** 2;
		}
		return this.#squares[feature]!;
	}
}

/** How far it is from one hash to another, going up and round. */
function distance(from: number, to: number): number {
	return (to - from) >>> 0;
}
