// No comma and no bar: they separate tags where a list of them is kept as one text.
const tagPattern = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} '&+-]{0,39}$/u;

/** A tag in the form it is kept in. */
export function normalizeTag(text: string): string {
	return text.trim().toLowerCase();
}

export function isTag(text: string): boolean {
	return tagPattern.test(text);
}
