/**
 * Text that people gave, fit for a header or a line: without line breaks and characters that cannot be seen, not too
 * long. Joiners stay: names in many scripts, and many emoji, are written with them.
 */
export function oneLine(text: string, longest = 200): string {
	const line = text
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.replace(/[[\p{Cf}\p{Cs}]--[\u200c\u200d]]/gv, '')
		.trim();
	const characters = [...line];
	return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('')}…`;
}
