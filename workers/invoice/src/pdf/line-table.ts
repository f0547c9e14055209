import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { format } from '@infinite-blob/money/money';
import type { Invoice } from '../invoice.ts';
import { drawRunningHead } from './letterhead.ts';
import { colors, paper, type Sheet, style } from './sheet.ts';

const columns = { quantity: 356, unitPrice: 450, total: paper.right };
const nameWidth = 250;
const leading = 14;
const padding = 9;
const maxNameLines = 6;

/** The lines of the order, over as many pages as they need; the table's head stands on each. */
export function drawLineTable(sheet: Sheet, invoice: Invoice): void {
	drawHead(sheet);
	for (const line of invoice.order.lines) {
		const name = sheet.lines(line.name, nameWidth, style(10), maxNameLines);
		const height = Math.max(1, name.length) * leading + 2 * padding - 3;
		if (!sheet.hasRoomFor(height)) {
			sheet.nextPage();
			drawRunningHead(sheet, invoice);
			drawHead(sheet);
		}
		drawLine(sheet, line, name);
		sheet.y += height;
		sheet.rule(sheet.y);
	}
}

function drawHead(sheet: Sheet): void {
	const label = style(8.5, colors.muted, 'bold');
	const baseline = sheet.y + 10;
	sheet.text('Item', paper.left, baseline, label);
	sheet.textBefore('Quantity', columns.quantity, baseline, label);
	sheet.textBefore('Unit price', columns.unitPrice, baseline, label);
	sheet.textBefore('Total', columns.total, baseline, label);
	sheet.y += 18;
	sheet.rule(sheet.y, paper.left, paper.right, colors.ink, 1);
}

function drawLine(sheet: Sheet, line: OrderSnapshot['lines'][number], name: string[]): void {
	const baseline = sheet.y + padding + 9;
	name.forEach((part, index) => {
		sheet.text(part, paper.left, baseline + index * leading, style(10));
	});
	sheet.textBefore(String(line.quantity), columns.quantity, baseline, style(10));
	sheet.textBefore(format(line.unitPrice), columns.unitPrice, baseline, style(10));
	sheet.textBefore(format(line.total), columns.total, baseline, style(10));
}
