import { buyerName, type Printout, sellerLines } from './printout.ts';
import { colors, paper, type Sheet, style } from './sheet.ts';
import { type Style, styleFor } from './typeface.ts';

const columns = { buyer: paper.left, seller: 232, facts: 408 };
const gap = 18;
const leading = 14.5;
const toFirstLine = 15;
const factGap = 6;

interface Line {
	text: string;
	style: Style;
}

/** The first page's head: who sells, who buys, which document, when. */
export function drawLetterhead(sheet: Sheet, printout: Printout): void {
	const { kind, seller, order, facts } = printout;
	const titleStyle = style(24, colors.ink, 'bold');
	const nameStyle = styleFor(seller.name, style(15, colors.ink, 'bold'));
	const nameWidth = paper.right - paper.left - 40 - gap - sheet.width(kind, titleStyle);
	sheet.mark(paper.left, 50, 30);
	sheet.text(sheet.lines(seller.name, nameWidth, nameStyle, 1)[0] ?? '', paper.left + 40, 71, nameStyle);
	sheet.textBefore(kind, paper.right, 73, titleStyle);
	sheet.rule(100);

	const buyerWidth = columns.seller - columns.buyer - gap;
	const buyer = [
		...linesOf(sheet, buyerName(printout), buyerWidth, 5),
		...linesOf(sheet, order.customer.email, buyerWidth, 4),
	];
	const from = sellerLines(printout).flatMap((text) =>
		linesOf(sheet, text, columns.facts - columns.seller - gap, 2),
	);
	const top = 128;
	sheet.y =
		26 +
		Math.max(
			drawBlock(sheet, 'Billed to', buyer, columns.buyer, top),
			drawBlock(sheet, 'From', from, columns.seller, top),
			drawFacts(sheet, facts, top),
		);
}

/** The head of the pages that follow. */
export function drawRunningHead(sheet: Sheet, { kind, number, seller }: Printout): void {
	const nameStyle = styleFor(seller.name, style(10, colors.ink, 'bold'));
	sheet.mark(paper.left, 42, 18);
	sheet.text(sheet.lines(seller.name, 280, nameStyle, 1)[0] ?? '', paper.left + 26, 55, nameStyle);
	sheet.textBefore(`${kind} ${number}, continued`, paper.right, 55, style(9, colors.muted));
	sheet.y = 76;
}

function linesOf(sheet: Sheet, text: string, width: number, maxLines: number): Line[] {
	const textStyle = styleFor(text, style(10));
	return sheet.lines(text, width, textStyle, maxLines).map((line) => ({ text: line, style: textStyle }));
}

function drawBlock(sheet: Sheet, label: string, lines: Line[], x: number, top: number): number {
	sheet.text(label, x, top, style(8.5, colors.accent, 'bold'));
	lines.forEach((line, index) => {
		sheet.text(line.text, x, top + toFirstLine + index * leading, line.style);
	});
	return top + toFirstLine + lines.length * leading;
}

function drawFacts(sheet: Sheet, facts: Printout['facts'], top: number): number {
	let y = top;
	for (const [label, ...values] of facts) {
		const lines = values.map((text) => ({ text, style: style(10) }));
		y = drawBlock(sheet, label, lines, columns.facts, y) + factGap;
	}
	return y;
}
