const keywordPattern = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} '&+-]{0,39}$/u;

/** A keyword in the form it is kept in. */
export function normalizeKeyword(text: string): string {
	return text.trim().toLowerCase();
}

export function isKeyword(text: string): boolean {
	return keywordPattern.test(text);
}

/** The words in the form that keywords are kept in, once each; those that cannot be keywords are left out. */
export function keywords(words: readonly string[]): string[] {
	return [...new Set(words.map(normalizeKeyword).filter(isKeyword))];
}
