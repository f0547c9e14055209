/** A word that products have, at most two insertions, deletions or substitutions from one that none has. */
export interface Suggestion {
	text: string;
	/** Of the products, those that have it. */
	share: number;
}

/** Shorter words are too often meant as they are. */
const shortest = 3;
/** From here on a letter may be wrong in another form of the word than products have. */
const middling = 5;
/** From here on any two letters may be wrong. */
const long = 8;

/**
 * The word that somebody meant, of those near to what they typed: the fewest typing errors, then the most frequent. An
 * error is a letter too many, too few or wrong, or two neighbours swapped. A letter that only ends the word, as plurals
 * do, counts half: its other forms are found with it.
 */
export function likeliest(typed: string, suggestions: readonly Suggestion[]): string | undefined {
	if (typed.length < shortest) return undefined;
	return suggestions
		.filter(({ text }) => text.length >= shortest)
		.map((suggestion) => ({ ...suggestion, errors: errorsIn(typed, suggestion.text) }))
		.filter(({ errors }) => errors === 1 || typed.length >= (errors < 2 ? middling : long))
		.toSorted((a, b) => a.errors - b.errors || b.share - a.share || (a.text < b.text ? -1 : 1))[0]?.text;
}

/** One, one and a half, or two. */
function errorsIn(typed: string, meant: string): number {
	if (isOneAway(typed, meant) || isSwapped(typed, meant)) return 1;
	const beginning = meant.slice(0, -1);
	return isOneAway(typed, beginning) || isSwapped(typed, beginning) ? 1.5 : 2;
}

function isOneAway(typed: string, meant: string): boolean {
	const shorter = Math.min(typed.length, meant.length);
	let start = 0;
	while (start < shorter && typed[start] === meant[start]) start++;
	let end = 0;
	while (end < shorter - start && typed.at(-1 - end) === meant.at(-1 - end)) end++;
	return Math.max(typed.length, meant.length) - start - end <= 1;
}

function isSwapped(typed: string, meant: string): boolean {
	const at = [...typed].findIndex((letter, place) => letter !== meant[place]);
	return meant === `${typed.slice(0, at)}${typed[at + 1]}${typed[at]}${typed.slice(at + 2)}`;
}
