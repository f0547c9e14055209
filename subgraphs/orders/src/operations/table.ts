import { stripVTControlCharacters } from 'node:util';
import { colors } from './colors.ts';

/** Lines of a table with aligned columns; the figures of `right` columns end where their headings end. */
export function table(headings: string[], rows: string[][], right: string[] = []): string[] {
	const widths = headings.map((heading, column) =>
		Math.max(...[heading, ...rows.map((row) => row[column] ?? '')].map(width)),
	);
	const line = (cells: string[]) =>
		cells
			.map((cell, column) => {
				const space = ' '.repeat(widths[column]! - width(cell));
				return right.includes(headings[column]!) ? space + cell : cell + space;
			})
			.join('  ')
			.trimEnd();
	return [colors.dim(line(headings)), ...rows.map(line)];
}

function width(text: string): number {
	return stripVTControlCharacters(text).length;
}
