import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { format } from '@infinite-blob/money/money';
import type { Lines } from '../mail/content.ts';
import { oneLine } from '../mail/one-line.ts';

/** What was ordered and what it came to, as on the order's page. */
export function orderLines(order: OrderSnapshot, note: string): Lines {
	const discount = {
		label: order.coupon ? `Discount (${oneLine(order.coupon)})` : 'Discount',
		amount: `−${format(order.discount)}`,
	};
	return {
		type: 'lines',
		lines: order.lines.map(({ name, quantity, unitPrice, total }) => ({
			name: oneLine(name),
			quantity,
			unitPrice: format(unitPrice),
			total: format(total),
		})),
		amounts: [
			{ label: 'Subtotal', amount: format(order.subtotal) },
			...(order.discount.amount > 0 ? [discount] : []),
			{ label: 'Total', amount: format(order.total) },
		],
		note,
	};
}
