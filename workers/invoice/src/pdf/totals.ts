import { subtract } from '@infinite-blob/money/money';
import { amount } from './amount.ts';
import type { Printout } from './printout.ts';
import { colors, paper, type Sheet, style } from './sheet.ts';

/** Where labels end, under the column of unit prices, and how near an amount may come to its label. */
const labelRight = 450;
const labelGap = 20;
const rowHeight = 19;
const toTotal = 14;
const toTaxes = 21;
const taxRowHeight = 15;
const toClosing = 46;
const closingRowHeight = 15;

type Row = [label: string, value: string];

/** What it comes to and that it is settled. The line before has left it its room. */
export function drawTotals(sheet: Sheet, printout: Printout): void {
	const { order, labels } = printout;
	let y = sheet.y + 26;
	const totalStyle = style(13, colors.ink, 'bold');
	const total = amount(order.total);
	// All labels make room for the largest amount.
	const labelsEnd = Math.min(labelRight, paper.right - sheet.width(total, totalStyle) - labelGap);
	const row = ([label, value]: Row, textStyle = style(10), labelStyle = textStyle): void => {
		sheet.textBefore(label, labelsEnd, y, labelStyle);
		sheet.textBefore(value, paper.right, y, textStyle);
	};
	for (const sum of sums(printout)) {
		row(sum, style(10), style(10, colors.muted));
		y += rowHeight;
	}
	sheet.rule(y - 6, 330, paper.right, colors.ink, 1);
	y += toTotal;
	row([labels.total, total], totalStyle);
	taxes(printout).forEach((tax, index) => {
		y += index === 0 ? toTaxes : taxRowHeight;
		row(tax, style(9, colors.muted));
	});
	drawClosing(sheet, printout, y + toClosing);
}

/** Points, from the last line's rule to the end of the page's writing. */
export function totalsHeight(printout: Printout): number {
	const taxRows = taxes(printout).length;
	const taxHeight = taxRows === 0 ? 0 : toTaxes + (taxRows - 1) * taxRowHeight;
	const closing = 6 + printout.closing.sentences.length * closingRowHeight;
	return 26 + sums(printout).length * rowHeight + toTotal + taxHeight + toClosing + closing;
}

function sums({ order: { subtotal, discount, coupon } }: Printout): Row[] {
	const rows: Row[] = [['Subtotal', amount(subtotal)]];
	if (discount.amount > 0) rows.push([coupon ? `Discount (${coupon})` : 'Discount', `−${amount(discount)}`]);
	return rows;
}

function taxes({ order: { total }, tax }: Printout): Row[] {
	if (!tax) return [];
	return [
		[`of which ${tax.ratePercent} % ${tax.name}`, amount(tax.amount)],
		[`Total without ${tax.name}`, amount(subtract(total, tax.amount))],
	];
}

function drawClosing(sheet: Sheet, { closing }: Printout, y: number): void {
	sheet.text(closing.headline, paper.left, y, style(10, colors.accent, 'bold'));
	closing.sentences.forEach((sentence, index) => {
		sheet.text(sentence, paper.left, y + 1 + (index + 1) * closingRowHeight, style(10));
	});
	sheet.y = y + 6 + closing.sentences.length * closingRowHeight;
}
