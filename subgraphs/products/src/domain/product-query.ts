import { searchWords } from './search-words.ts';
import { isTag, normalizeTag } from './tag.ts';

/** Which products to list; what is left out does not narrow. */
export interface Criteria {
	search?: string | null | undefined;
	/** Products that have every one of them. */
	tags?: string[] | null | undefined;
	/** USD minor units, inclusive. */
	minPrice?: number | null | undefined;
	maxPrice?: number | null | undefined;
}

/** Whether the criteria hold a text to search for. */
export function isSearch({ search }: Criteria): boolean {
	return Boolean(search?.trim());
}

/**
 * The criteria in the search engine's language (dialect 2), or undefined when nothing can match them.
 *
 * @param words what to look for, if not the words of the criteria themselves
 */
export function productQuery(
	criteria: Criteria,
	words = searchWords(criteria.search ?? ''),
): string | undefined {
	const { tags, minPrice, maxPrice } = criteria;
	const parts = [filter('@available:{true}')];
	for (const tag of tags ?? []) {
		const text = normalizeTag(tag);
		if (!isTag(text)) return undefined;
		parts.push(filter(`@tagList:{${escapeTag(text)}}`));
	}
	const low = minPrice ?? 0;
	const high = maxPrice ?? Number.POSITIVE_INFINITY;
	if (minPrice != null || maxPrice != null)
		parts.push(filter(`@price:[${low} ${Number.isFinite(high) ? high : '+inf'}]`));
	if (isSearch(criteria)) {
		if (words.length === 0) return undefined;
		parts.push(`@nameText|tagText|descriptionText:(${words.map(term).join(' ')})`);
	}
	return parts.join(' ');
}

/** The query for products whose names have the words, the last of which may be unfinished. */
export function nameQuery(words: readonly string[]): string {
	return `${filter('@available:{true}')} @nameText:(${words.map(term).join(' ')})`;
}

/** A condition that tells nothing of how well a product suits. */
function filter(condition: string): string {
	return `${condition}=>{$weight: 0}`;
}

/** Whether a word is too short, which it is to the search engine in bytes, to find what begins with it. */
export function isLetter(word: string): boolean {
	return Buffer.byteLength(word) === 1;
}

/**
 * The last word may still be being typed: it finds what begins with it as well; a letter after other words narrows
 * nothing yet.
 */
function term(word: string, place: number, words: readonly string[]): string {
	if (place < words.length - 1) return word;
	if (!isLetter(word)) return `(${word}|${word}*)`;
	return words.length > 1 ? `~${word}` : word;
}

/** Escapes what a tag may hold beside letters and digits. */
function escapeTag(tag: string): string {
	return tag.replaceAll(/[ '&+-]/g, '\\$&');
}
