/** Text that people gave, fit for a header or a line: without line breaks and control characters, not too long. */
export function oneLine(text: string, longest = 200): string {
	const line = text
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.replace(/[\p{Cf}\p{Cs}]/gu, '')
		.trim();
	const characters = [...line];
	return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('')}…`;
}
