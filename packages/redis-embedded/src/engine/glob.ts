/** Whether a text matches a Redis pattern: `*`, `?`, `[a-z]`, `[^a]`, `\` escapes. */
export function matchesGlob(pattern: string, text: string): boolean {
	let p = 0;
	let t = 0;
	let star = -1;
	let mark = 0;
	while (t < text.length) {
		if (pattern[p] === '*') {
			star = p++;
			mark = t;
			continue;
		}
		const next = p < pattern.length ? matchOne(pattern, p, text[t]!) : -1;
		if (next >= 0) {
			p = next;
			t++;
		} else if (star >= 0) {
			p = star + 1;
			t = ++mark;
		} else return false;
	}
	while (pattern[p] === '*') p++;
	return p >= pattern.length;
}

/** Where the pattern goes on if its element at `at` takes the character, else -1. */
function matchOne(pattern: string, at: number, char: string): number {
	const symbol = pattern[at];
	if (symbol === '?') return at + 1;
	if (symbol === '\\' && at + 1 < pattern.length) return pattern[at + 1] === char ? at + 2 : -1;
	if (symbol !== '[') return symbol === char ? at + 1 : -1;
	let i = at + 1;
	const negated = pattern[i] === '^';
	if (negated) i++;
	let found = false;
	for (; i < pattern.length && pattern[i] !== ']'; i++) {
		const low = pattern[i]!;
		if (low === '\\' && i + 1 < pattern.length) {
			if (pattern[++i] === char) found = true;
		} else if (pattern[i + 1] === '-' && i + 2 < pattern.length) {
			i += 2;
			const high = pattern[i]!;
			if (low <= high ? char >= low && char <= high : char >= high && char <= low) found = true;
		} else if (low === char) found = true;
	}
	return found !== negated ? i + 1 : -1;
}
