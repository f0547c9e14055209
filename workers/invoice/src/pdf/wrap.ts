const wide = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef';
// Between ideographs a line may break anywhere, but never before closing punctuation.
const closing = '、。，．・：；？！）」』】〉》ー…々';
const pieces = new RegExp(`\\s+|[${wide}][${closing}]*|[^\\s${wide}]+`, 'gu');

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Breaks text into lines no wider than `width`: between words, between ideographs, and within a word that is too
 * long for a line. What does not fit into `maxLines` is left out, with an ellipsis.
 */
export function wrap(
	text: string,
	width: number,
	measure: (text: string) => number,
	maxLines = Number.POSITIVE_INFINITY,
): string[] {
	const lines: string[] = [];
	let line = '';
	const fits = (candidate: string): boolean => measure(candidate.trimEnd()) <= width;
	const end = (): void => {
		if (line.trim()) lines.push(line.trim());
		line = '';
	};
	for (const piece of text.match(pieces) ?? []) {
		if (lines.length > maxLines) break;
		if (fits(line + piece)) {
			line += piece;
			continue;
		}
		end();
		if (fits(piece)) {
			line = piece.trimStart();
			continue;
		}
		for (const { segment } of graphemes.segment(piece)) {
			if (!fits(line + segment)) end();
			line += segment;
		}
	}
	end();
	if (lines.length <= maxLines) return lines;
	return [...lines.slice(0, maxLines - 1), shorten(lines[maxLines - 1]!, width, measure)];
}

function shorten(line: string, width: number, measure: (text: string) => number): string {
	const kept = [...graphemes.segment(line)].map(({ segment }) => segment);
	while (kept.length > 0 && measure(`${kept.join('').trimEnd()}…`) > width) kept.pop();
	return `${kept.join('').trimEnd()}…`;
}
