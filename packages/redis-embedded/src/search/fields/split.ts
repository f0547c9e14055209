/** Parts of a text between any of the separators, without the characters to strip, and without empty ones. */
export function split(text: string, separators: string, strip = ' '): string[] {
	const parts =
		separators.length === 1 ? text.split(separators) : text.split(new RegExp(`[${escapeClass(separators)}]`));
	return parts.map((part) => trim(part, strip)).filter((part) => part !== '');
}

function trim(text: string, characters: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && characters.includes(text[start]!)) start++;
	while (end > start && characters.includes(text[end - 1]!)) end--;
	return text.slice(start, end);
}

const escapeClass = (characters: string): string => characters.replace(/[\]\\^-]/g, '\\$&');
