import type { Invoice } from '../invoice.ts';
import { longDate } from './long-date.ts';
import { colors, paper, type Sheet, style } from './sheet.ts';

const columns = { buyer: paper.left, seller: 232, facts: 408 };
const gap = 18;

/** The first page's head: who sells, who buys, which invoice, when. */
export function drawLetterhead(sheet: Sheet, invoice: Invoice): void {
	const { seller, order, number, issuedAt } = invoice;
	sheet.mark(paper.left, 50, 30);
	sheet.text(seller.name, paper.left + 40, 71, style(15, colors.ink, 'bold'));
	sheet.textBefore('Invoice', paper.right, 73, style(24, colors.ink, 'bold'));
	sheet.rule(100);

	const { firstName, lastName, email } = order.customer;
	const top = 128;
	const buyer = [
		...sheet.lines(`${firstName} ${lastName}`, columns.seller - columns.buyer - gap, style(10), 3),
		...sheet.lines(email, columns.seller - columns.buyer - gap, style(10), 3),
	];
	const from = [seller.name, ...seller.addressLines, seller.email, seller.taxId]
		.filter(Boolean)
		.flatMap((line) => sheet.lines(line, columns.facts - columns.seller - gap, style(10), 2));
	const ends = [
		drawBlock(sheet, 'Billed to', buyer, columns.buyer, top),
		drawBlock(sheet, 'From', from, columns.seller, top),
		drawFacts(
			sheet,
			[
				['Invoice no.', number],
				['Order no.', order.number],
				['Date', longDate(issuedAt)],
			],
			top,
		),
	];
	sheet.y = Math.max(...ends) + 26;
}

/** The head of the pages that follow. */
export function drawRunningHead(sheet: Sheet, invoice: Invoice): void {
	sheet.mark(paper.left, 42, 18);
	sheet.text(invoice.seller.name, paper.left + 26, 55, style(10, colors.ink, 'bold'));
	sheet.textBefore(`Invoice ${invoice.number}, continued`, paper.right, 55, style(9, colors.muted));
	sheet.y = 76;
}

function drawBlock(sheet: Sheet, label: string, lines: string[], x: number, top: number): number {
	sheet.text(label, x, top, style(8.5, colors.accent, 'bold'));
	lines.forEach((line, index) => {
		sheet.text(line, x, top + 15 + index * 14.5, style(10));
	});
	return top + 15 + lines.length * 14.5;
}

function drawFacts(sheet: Sheet, facts: [label: string, value: string][], top: number): number {
	facts.forEach(([label, value], index) => {
		const y = top + index * 33;
		sheet.text(label, columns.facts, y, style(8.5, colors.accent, 'bold'));
		sheet.text(value, columns.facts, y + 15, style(10));
	});
	return top + facts.length * 33;
}
