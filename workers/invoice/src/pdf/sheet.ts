import { type Color, type PDFDocument, type PDFPage, rgb } from 'pdf-lib';
import { printable } from './printable-text.ts';
import type { Style, Typeface, Weight } from './typeface.ts';
import { wrap } from './wrap.ts';

/** A4 in points, and where its text lies. */
export const paper = { width: 595.28, height: 841.89, left: 56, right: 539.28, top: 56, bottom: 785 };

export const colors = {
	ink: rgb(0.114, 0.106, 0.094),
	muted: rgb(0.408, 0.384, 0.353),
	line: rgb(0.867, 0.843, 0.8),
	mat: rgb(0.965, 0.953, 0.929),
	accent: rgb(0.604, 0.267, 0.125),
	blob: rgb(0.706, 0.325, 0.165),
	eye: rgb(0.953, 0.851, 0.694),
};

export function style(size: number, color: Color = colors.ink, weight: Weight = 'regular'): Style {
	return { size, color, weight };
}

/** The pages of a document, written from the top down: `y` counts from a page's upper edge, in points. */
export class Sheet {
	readonly pages: PDFPage[] = [];
	/** Where the next thing goes. */
	y = paper.top;
	readonly #document: PDFDocument;
	readonly #typeface: Typeface;
	#page: PDFPage;

	constructor(document: PDFDocument, typeface: Typeface) {
		this.#document = document;
		this.#typeface = typeface;
		this.#page = this.#add();
	}

	nextPage(): void {
		this.#page = this.#add();
		this.y = paper.top;
	}

	/** Turns back to a page, to finish it. */
	turnTo(page: PDFPage): void {
		this.#page = page;
	}

	hasRoomFor(height: number): boolean {
		return this.y + height <= paper.bottom;
	}

	text(text: string, x: number, y: number, style: Style): void {
		this.#typeface.draw(this.#page, text, x, paper.height - y, style);
	}

	/** Text that ends at `right`. */
	textBefore(text: string, right: number, y: number, style: Style): void {
		this.text(text, right - this.width(text, style), y, style);
	}

	/** Points. */
	width(text: string, style: Style): number {
		return this.#typeface.width(text, style);
	}

	/** The lines that the text needs at a width. */
	lines(text: string, width: number, style: Style, maxLines?: number): string[] {
		return wrap(printable(text), width, (part) => this.width(part, style), maxLines);
	}

	rule(y: number, from = paper.left, to = paper.right, color = colors.line, thickness = 0.75): void {
		const at = paper.height - y;
		this.#page.drawLine({ start: { x: from, y: at }, end: { x: to, y: at }, thickness, color });
	}

	/** The shop's mark, `size` points wide. */
	mark(x: number, y: number, size: number): void {
		const scale = size / 32;
		this.#page.drawSvgPath(blob, { x, y: paper.height - y, scale, color: colors.blob });
		this.#page.drawCircle({
			x: x + 12 * scale,
			y: paper.height - y - 12.5 * scale,
			size: 3.4 * scale,
			color: colors.eye,
		});
	}

	#add(): PDFPage {
		const page = this.#document.addPage([paper.width, paper.height]);
		this.pages.push(page);
		return page;
	}
}

// The favicon's outline, on a field of 32 by 32.
const blob =
	'M16 2.5c6.2-.6 12.6 3.4 13.3 9.8.7 5.6-2.2 7.4-3.7 11.3-1.4 3.7-4.7 6.4-9.3 5.8-4.3-.6-5.6-3.9-9-6.2C3.6 20.7 1.8 17 3 12.7 4.5 7 9.8 3.1 16 2.5Z';
