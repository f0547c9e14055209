/** Words that say nothing of a product; dropped from a search unless it has no other. */
const stopWords = new Set(
	'a an and are as at be but by for from i in into is it my no not of on or such that the their then there these they this to was will with'.split(
		' ',
	),
);

const maxWords = 12;
const maxWordLength = 40;
// Nobody types more; a longer text must not cost more.
const maxTextLength = 400;

/**
 * The text as it is indexed and searched: lower case, without accents, and nothing but letters, digits and single
 * spaces, so that a search can hold no operator of the query language.
 */
export function searchable(text: string): string {
	return text
		.normalize('NFKD')
		.replaceAll(/\p{M}|['’]/gu, '')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** The words to look for; none when the text has no letter or digit. */
export function searchWords(text: string): string[] {
	const words = searchable(text.slice(0, maxTextLength)).split(' ').filter(Boolean).slice(0, maxWords);
	const telling = words.filter((word) => !stopWords.has(word));
	return (telling.length > 0 ? telling : words).map((word) => [...word].slice(0, maxWordLength).join(''));
}
