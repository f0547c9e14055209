import { DocumentSet } from '../fields/document-set.ts';
import type { Scoring } from '../scoring.ts';
import { isNear, merge, type Nearness } from './proximity.ts';
import { QuerySets } from './query-sets.ts';

/** What can be told of a part of a query, besides its documents. */
interface Traits {
	/** Adds what they are worth, times a factor, to the scores of those that match; undefined: nothing at all. */
	readonly score?: ((scoring: Scoring, factor: number) => void) | undefined;
	/** Whether a document is among them, where that can be told without finding them all. */
	readonly has?: ((slot: number) => boolean) | undefined;
	/** Where it stands in a document that it means; undefined for what has no place in texts. */
	readonly positions?: ((slot: number) => readonly number[] | undefined) | undefined;
	/** How many documents at most have what has a place in texts. */
	readonly size?: number | undefined;
	/** Of what is made of several: those that every document is found by, or those that one is. */
	readonly parts?: readonly Matcher[] | ((slot: number) => readonly Matcher[]) | undefined;
}

/** A part of a query over an index: which documents it means, and how well. */
export interface Matcher extends Traits {
	/** Found when they are asked for first; not to be changed. */
	readonly documents: DocumentSet;
}

/** A matcher that finds its documents once, when they are needed. */
export function matcher(sets: QuerySets, find: () => DocumentSet, traits: Traits = {}): Matcher {
	const { score, has, positions, size, parts } = traits;
	let found: DocumentSet | undefined;
	return {
		...{ score, has, positions, size, parts },
		get documents() {
			found ??= sets.keep(find());
			return found;
		},
	};
}

export const NOTHING: Matcher = matcher(new QuerySets(), () => new DocumentSet(), { size: 0 });

/** Of what every document is among. */
const EVERY = () => true;

export const contains = (part: Matcher, slot: number): boolean =>
	part.has?.(slot) ?? part.documents.has(slot);

/**
 * Documents that are found by something else than texts: worth as much as by a word that they have once.
 *
 * @param rare whether it counts in how many documents it is
 */
export function plain(
	sets: QuerySets,
	find: () => DocumentSet,
	{ has, rare }: { has?: Traits['has']; rare?: boolean } = {},
): Matcher {
	const found: Matcher = matcher(sets, find, {
		has,
		score({ slots, scores, weigh }, factor) {
			const worth = weigh(rare ? found.documents.size : undefined);
			for (const slot of slots) if (contains(found, slot)) scores[slot]! += worth(1, slot) * factor;
		},
	});
	return found;
}

export const everything = (sets: QuerySets, live: DocumentSet): Matcher =>
	plain(sets, () => live, { has: EVERY });

/** What is worth more, or less, than it would be. */
export const weighted = (sets: QuerySets, part: Matcher, weight: number): Matcher =>
	matcher(sets, () => part.documents, {
		...{ has: part.has, positions: part.positions, size: part.size, parts: part.parts },
		score: part.score && ((scoring, factor) => part.score!(scoring, factor * weight)),
	});

/** Every document; those that match are worth what they are. */
export const optional = (sets: QuerySets, live: DocumentSet, part: Matcher): Matcher =>
	matcher(sets, () => live, {
		has: EVERY,
		score: part.score ?? (() => {}),
		positions: (slot) => (contains(part, slot) ? part.positions?.(slot) : undefined),
	});

/** Documents that every part means, where the parts are near enough to each other. */
export function intersect(sets: QuerySets, parts: readonly Matcher[], near?: Nearness): Matcher {
	if (parts.length <= 1) return parts[0] ?? NOTHING;
	const all: Matcher = matcher(
		sets,
		() => (near ? meet(parts).keep((slot) => isNear(parts, slot, near)) : meet(parts)),
		{
			score: scoreParts(parts, () => all.documents),
			positions: (slot) => merge(parts, slot),
			size: Math.min(...parts.map(sizeOf)),
			// RediSearch looks at the rarest first.
			parts: near ? parts : parts.toSorted((a, b) => sizeOf(a) - sizeOf(b)),
		},
	);
	return all;
}

const sizeOf = ({ size }: Matcher): number => size ?? Number.MAX_SAFE_INTEGER;

/** So many documents are rather asked one by one than all that a part means are found. */
const FEW = 2_000;

function meet(parts: readonly Matcher[]): DocumentSet {
	const narrowing = parts.filter(({ has }) => has !== EVERY);
	const [first, ...others] = narrowing.toSorted(
		(a, b) => Number(a.has !== undefined) - Number(b.has !== undefined) || sizeOf(a) - sizeOf(b),
	);
	const found = (first ?? parts[0]!).documents.copy();
	for (const part of others) {
		if (part.has && found.size <= FEW) found.keep(part.has);
		else found.intersect(part.documents);
	}
	return found;
}

/** Documents that any part means. */
export function unite(sets: QuerySets, parts: readonly Matcher[]): Matcher {
	const [first, ...others] = parts;
	if (first === undefined) return NOTHING;
	if (others.length === 0) return first;
	const found = (slot: number) => parts.filter((part) => contains(part, slot));
	const canTell = parts.every(({ has }) => has !== undefined);
	return matcher(
		sets,
		() => {
			const union = first.documents.copy();
			for (const { documents } of others) union.unite(documents);
			return union;
		},
		{
			score: scoreParts(parts),
			has: canTell ? (slot) => parts.some((part) => part.has!(slot)) : undefined,
			positions: (slot) => merge(found(slot), slot),
			size: parts.reduce((sum, part) => sum + sizeOf(part), 0),
			parts: found,
		},
	);
}

/** Each part gives to the documents that it means; all of them only to those `within`. */
function scoreParts(parts: readonly Matcher[], within?: () => DocumentSet): Traits['score'] {
	const scored = parts.flatMap(({ score }) => score ?? []);
	if (scored.length === 0) return undefined;
	return (scoring, factor) => {
		const inside = within ? scoring.within(within()) : scoring;
		for (const score of scored) score(inside, factor);
	};
}
