import { amount } from './amount.ts';
import { drawRunningHead } from './letterhead.ts';
import type { Printout } from './printout.ts';
import { colors, paper, type Sheet, style } from './sheet.ts';
import { totalsHeight } from './totals.ts';
import { styleFor } from './typeface.ts';

const columns = { quantity: 356, unitPrice: 450, total: paper.right };
const nameWidth = 250;
const leading = 14;
const padding = 9;
const maxNameLines = 6;

/**
 * The lines of the order, over as many pages as they need; the table's head stands on each. The last line goes with the
 * totals, which would look lost on a page of their own.
 */
export function drawLineTable(sheet: Sheet, printout: Printout): void {
	const { lines } = printout.order;
	drawHead(sheet, printout);
	lines.forEach((line, index) => {
		const nameStyle = styleFor(line.name, style(10));
		const name = sheet.lines(line.name, nameWidth, nameStyle, maxNameLines);
		const height = Math.max(1, name.length) * leading + 2 * padding - 3;
		const isLast = index === lines.length - 1;
		if (!sheet.hasRoomFor(height + (isLast ? totalsHeight(printout) : 0))) {
			sheet.nextPage();
			drawRunningHead(sheet, printout);
			drawHead(sheet, printout);
		}
		const baseline = sheet.y + padding + 9;
		name.forEach((part, row) => {
			sheet.text(part, paper.left, baseline + row * leading, nameStyle);
		});
		sheet.textBefore(String(line.quantity), columns.quantity, baseline, style(10));
		sheet.textBefore(amount(line.unitPrice), columns.unitPrice, baseline, style(10));
		sheet.textBefore(amount(line.total), columns.total, baseline, style(10));
		sheet.y += height;
		sheet.rule(sheet.y);
	});
}

function drawHead(sheet: Sheet, { labels }: Printout): void {
	const label = style(8.5, colors.muted, 'bold');
	const baseline = sheet.y + 10;
	sheet.text('Item', paper.left, baseline, label);
	sheet.textBefore('Quantity', columns.quantity, baseline, label);
	sheet.textBefore('Unit price', columns.unitPrice, baseline, label);
	sheet.textBefore(labels.lineTotal, columns.total, baseline, label);
	sheet.y += 18;
	sheet.rule(sheet.y, paper.left, paper.right, colors.ink, 1);
}
