import type { SyntheticCatalogue } from './catalogue.ts';
import { type Community, communityOf, type Shelf, shelve } from './communities.ts';
import { Random } from './random.ts';

/** What one shopper bought at once. */
export interface SyntheticOrder {
	/** Counts shoppers from 0; many come again. */
	shopper: number;
	/** Epoch milliseconds. */
	at: number;
	/** Artworks by their number in the catalogue, each once. */
	lines: { product: number; quantity: number }[];
}

interface OrdersOptions {
	seed: number;
	catalogue: SyntheticCatalogue;
	count: number;
	/** The moment of the last order, epoch milliseconds. */
	until: number;
}

const dayMs = 24 * 60 * 60 * 1000;
const historyMs = 365 * dayMs;
const communities = 40;
const ordersPerShopper = 2.5;
/** How often a shopper buys outside of what their community likes. */
const strayShare = 0.15;
/** How often what is bought next goes with what was bought before. */
const companionShare = 0.45;
const companionsEach = 4;
const extraLine = 0.45;
const mostLines = 8;

/** The orders of a year up to `until`, oldest first; they grow more frequent. */
export function* syntheticOrders(options: OrdersOptions): Generator<SyntheticOrder> {
	const { seed, catalogue, count, until } = options;
	const shelf = shelve(catalogue, seed);
	const people = Array.from({ length: communities }, (_, number) => communityOf(number, shelf, seed));
	const shoppers = Math.max(1, Math.round(count / ordersPerShopper));
	for (let number = 0; number < count; number++) {
		const random = new Random(seed, 3, number);
		const at = Math.round(until - historyMs * (1 - Math.sqrt((number + random.share()) / count)));
		const shopper = Math.floor(shoppers * random.share() ** 1.5);
		const home = new Random(seed, 4, shopper).pick(people);
		yield { shopper, at, lines: basket(shelf, people, home, at, random, seed) };
	}
}

function basket(
	shelf: Shelf,
	people: readonly Community[],
	home: Community,
	at: number,
	random: Random,
	seed: number,
): SyntheticOrder['lines'] {
	const chosen: number[] = [];
	do {
		const last = chosen.at(-1);
		const community = random.chance(strayShare) ? random.pick(people) : home;
		const next =
			last !== undefined && random.chance(companionShare)
				? companionOf(last, shelf, home, at, random, seed)
				: choose(shelf, community, at, random);
		if (!chosen.includes(next)) chosen.push(next);
	} while (chosen.length < mostLines && random.chance(extraLine));
	return chosen.map((product) => ({ product, quantity: random.chance(0.05) ? 2 + random.below(3) : 1 }));
}

/** One of the few artworks that go with another for a community, the same at every asking. */
function companionOf(
	product: number,
	shelf: Shelf,
	community: Community,
	at: number,
	random: Random,
	seed: number,
): number {
	const own = new Random(seed, 5, product, random.below(companionsEach));
	return choose(shelf, community, at, own);
}

const tries = 12;

/** The popular ones of a community's topics most often, and those to its taste. */
function choose(shelf: Shelf, { topics, taste }: Community, at: number, random: Random): number {
	let candidate = 0;
	for (let attempt = 0; attempt < tries; attempt++) {
		const artworks = shelf.byTopic.get(random.pick(topics)) ?? [0];
		candidate = artworks[Math.floor(artworks.length * random.share() ** 3)] as number;
		if (shelf.createdAt(candidate) <= at && random.chance(taste(candidate))) return candidate;
	}
	return candidate;
}
