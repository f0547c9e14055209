import type { Frequencies } from './tf-idf.ts';

/** Products are dealt into so many slices of the catalogue by their ids. */
export const slices = 64;

/** Which products are compared with one. */
export interface CandidateQuery {
	/** They have at least one of these features … */
	anyOf: string[];
	/** … and are the better the more they have of these. */
	optional: string[];
	/** They are from these slices alone; from all where there are none. */
	slices: number[];
}

/** About so many products are looked at for one: enough to find the best, few enough for a product page. */
const mostCandidates = 400;
/** Frequent features tell little, and each is asked of every candidate. */
const mostOptional = 8;

/**
 * The products to compare with one that has these features: those that share its rarest features, as many of them as
 * lead to no more than about 400 products. Where even the rarest is more frequent, a part of the catalogue stands for
 * the whole.
 *
 * @returns nothing when no other product has any of the features
 */
export function candidateQuery(
	features: readonly string[],
	slice: number,
	{ of }: Frequencies,
): CandidateQuery | undefined {
	const [rarest, ...others] = features
		.filter((feature) => of(feature) > 0)
		.sort((a, b) => of(a) - of(b) || (a < b ? -1 : 1));
	if (rarest === undefined) return undefined;
	const anyOf = [rarest];
	let sum = of(rarest);
	for (const feature of others) {
		if (sum + of(feature) > mostCandidates) break;
		anyOf.push(feature);
		sum += of(feature);
	}
	const count = Math.max(1, Math.floor((slices * mostCandidates) / sum));
	return {
		anyOf,
		optional: others.slice(anyOf.length - 1, anyOf.length - 1 + mostOptional),
		slices: count >= slices ? [] : Array.from({ length: count }, (_, i) => (slice + i) % slices),
	};
}

/** The slice of a product: FNV-1a over its id. */
export function sliceOf(id: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
	return (hash >>> 0) % slices;
}
