/** A text in which the names of one thing stand for those of any other like it. */
export type Pattern = (string | number)[];

/** @param names what the text may mention, longer ones first where one contains another */
export function toPattern(text: string, names: readonly string[]): Pattern {
	const parts: Pattern = [];
	let rest = text;
	while (rest) {
		const found = names
			.map((name, index) => ({ index, name, at: rest.indexOf(name) }))
			.filter(({ at }) => at >= 0)
			.sort((a, b) => a.at - b.at || b.name.length - a.name.length)[0];
		if (!found) break;
		parts.push(rest.slice(0, found.at), found.index);
		rest = rest.slice(found.at + found.name.length);
	}
	return [...parts, rest];
}

/** The text again, with other names. */
export function fill(pattern: Pattern, names: readonly string[]): string {
	let text = '';
	for (const part of pattern) text += typeof part === 'number' ? names[part] : part;
	return text;
}

export function mentions(pattern: Pattern): boolean {
	return pattern.length > 1;
}
