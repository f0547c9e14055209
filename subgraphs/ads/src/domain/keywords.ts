const keywordPattern = /^[\p{L}\p{N}][\p{L}\p{N} '&+-]{0,39}$/u;

/** The words in the form that keywords are kept in; those that cannot be keywords are left out. */
export function keywords(words: readonly string[]): string[] {
	const kept = words.map((word) => word.trim().toLowerCase()).filter((word) => keywordPattern.test(word));
	return [...new Set(kept)];
}
