/** A word that products have, at most two insertions, deletions or substitutions from one that none has. */
export interface Suggestion {
	text: string;
	/** Of the products, those that have it. */
	share: number;
}

/** Shorter words are too often meant as they are. */
const shortest = 3;
/** From here on two letters may be wrong. */
const long = 8;

/**
 * The word that somebody meant, of those near to what they typed: the fewest typing errors, then the most frequent. An
 * error is a letter too many, too few or wrong, or two neighbours swapped.
 */
export function likeliest(typed: string, suggestions: readonly Suggestion[]): string | undefined {
	if (typed.length < shortest) return undefined;
	const errors = ({ text }: Suggestion) => (isOneAway(typed, text) || isSwapped(typed, text) ? 1 : 2);
	return suggestions
		.filter((suggestion) => suggestion.text.length >= shortest)
		.filter((suggestion) => errors(suggestion) === 1 || typed.length >= long)
		.toSorted((a, b) => errors(a) - errors(b) || b.share - a.share || (a.text < b.text ? -1 : 1))[0]?.text;
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
