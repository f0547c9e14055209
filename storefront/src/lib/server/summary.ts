const longest = 160;

/** The beginning of a text for a list of results: its first line, cut between words where it is too long. */
export function summary(text: string): string {
	const line = text.trim().split('\n', 1)[0]?.trim() ?? '';
	const characters = [...line];
	if (characters.length <= longest) return line;
	const cut = characters.slice(0, longest - 1).join('');
	return `${cut.replace(/[\s,;:–-]+\S*$/, '') || cut}…`;
}
