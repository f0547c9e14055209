import type { Redis } from '@infinite-blob/redis/connect';
import type { CandidateQuery } from './domain/candidates.ts';
import type { GenerationKeys } from './keys.ts';

/** A product that was found, with its features. */
export interface Found {
	id: string;
	features: string[];
}

// Named, since what servers take by default differs between their versions.
const scorer = ['SCORER', 'TFIDF'];
const dialect = ['DIALECT', '2'];

/** Makes the index over a generation's products on sale, if there is none. */
export async function createFeatureIndex(redis: Redis, { index, products }: GenerationKeys): Promise<void> {
	const source = ['ON', 'JSON', 'PREFIX', '1', products, 'STOPWORDS', '0'];
	const schema = ['$.onSale', 'AS', 'features', 'TEXT', 'NOSTEM', '$.slice', 'AS', 'slice', 'TAG'];
	try {
		await redis.call('FT.CREATE', index, ...source, 'SCHEMA', ...schema);
	} catch (error) {
		if (!/already exists/i.test((error as Error).message)) throw error;
	}
}

/** Drops the index; the products stay. */
export async function dropFeatureIndex(redis: Redis, { index }: GenerationKeys): Promise<void> {
	try {
		await redis.call('FT.DROPINDEX', index);
	} catch (error) {
		if (!/(unknown|no such) index|index not found/i.test((error as Error).message)) throw error;
	}
}

/** The products that match best by Redis's own measure. */
export async function findCandidates(
	redis: Redis,
	{ index, products }: GenerationKeys,
	query: CandidateQuery,
	count: number,
): Promise<Found[]> {
	const options = ['RETURN', '1', 'features', 'LIMIT', '0', String(count)];
	const reply = await redis.call('FT.SEARCH', index, textOf(query), ...scorer, ...options, ...dialect);
	return hitsOf(reply).map(([key, text]) => ({
		id: key.slice(products.length),
		features: text.split(' '),
	}));
}

function textOf({ anyOf, optional, slices }: CandidateQuery): string {
	const part = slices.length > 0 ? [`@slice:{${slices.join('|')}}`] : [];
	return [...part, `@features:(${anyOf.join('|')})`, ...optional.map((word) => `~@features:${word}`)].join(
		' ',
	);
}

/** Keys and the one field that was asked for, from an answer in either protocol's form. */
function hitsOf(reply: unknown): [key: string, value: string][] {
	const parts = reply as unknown[];
	const pairs: [unknown, unknown][] =
		typeof parts[0] === 'number'
			? chunked(parts.slice(1))
			: (record(parts).results as unknown[][]).map(record).map((hit) => [hit.id, hit.extra_attributes]);
	// A document that went away meanwhile has no fields.
	return pairs.flatMap(([key, fields]) => {
		const value = Array.isArray(fields) ? fields[1] : undefined;
		return typeof value === 'string' ? [[String(key), value] as [string, string]] : [];
	});
}

function record(flat: unknown[]): Record<string, unknown> {
	return Object.fromEntries(chunked(flat));
}

function chunked(flat: unknown[]): [string, unknown][] {
	return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i] as string, flat[2 * i + 1]]);
}
