import { format } from '@infinite-blob/money/money';
import type { Invoice } from '../invoice.ts';
import { drawRunningHead } from './letterhead.ts';
import { longDate } from './long-date.ts';
import { colors, paper, type Sheet, style } from './sheet.ts';

const labelRight = 450;
const blockHeight = 150;

/** What it comes to and that it is paid; kept together, on a page of its own if need be. */
export function drawTotals(sheet: Sheet, invoice: Invoice): void {
	if (!sheet.hasRoomFor(blockHeight)) {
		sheet.nextPage();
		drawRunningHead(sheet, invoice);
	}
	const { subtotal, discount, total, coupon } = invoice.order;
	let y = sheet.y + 26;
	const row = (label: string, value: string): void => {
		sheet.textBefore(label, labelRight, y, style(10, colors.muted));
		sheet.textBefore(value, paper.right, y, style(10));
		y += 19;
	};
	row('Subtotal', format(subtotal));
	if (discount.amount > 0) row(coupon ? `Discount (${coupon})` : 'Discount', `−${format(discount)}`);
	sheet.rule(y - 6, 330, paper.right, colors.ink, 1);
	y += 14;
	sheet.textBefore('Total', labelRight, y, style(13, colors.ink, 'bold'));
	sheet.textBefore(format(total), paper.right, y, style(13, colors.ink, 'bold'));
	drawPaymentNote(sheet, invoice, y + 46);
}

function drawPaymentNote(sheet: Sheet, { order, issuedAt }: Invoice, y: number): void {
	const card = order.last4 ? ` with the card ending in ${order.last4}` : '';
	sheet.text('Paid in full', paper.left, y, style(10, colors.accent, 'bold'));
	sheet.text(
		`Received on ${longDate(issuedAt)}${card}. Nothing is left to pay.`,
		paper.left,
		y + 16,
		style(10),
	);
	sheet.text('Thank you for your order.', paper.left, y + 31, style(10));
	sheet.y = y + 36;
}
