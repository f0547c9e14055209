import type { Cart } from './cart.ts';
import type { Notice } from './notices.ts';
import type { PricedCart } from './priced-cart.ts';
import type { Quotes } from './quote.ts';

/**
 * Makes what is shown what is kept, as each change of a cart does first: the current names and prices stay on the
 * lines, a coupon that no longer holds comes off. Until then the notices stand, since reading writes nothing.
 *
 * @param priced the same cart with the same quotes
 */
export function settle(cart: Cart, priced: PricedCart, quotes: Quotes): Cart {
	let changed = cart.coupon !== priced.coupon;
	const lines = cart.lines.map((line) => {
		const quote = quotes.get(line.productId);
		if (!quote || (quote.price === line.unitPrice && quote.name === line.name)) return line;
		changed = true;
		return { ...line, name: quote.name, unitPrice: quote.price };
	});
	return changed ? { ...cart, lines, coupon: priced.coupon } : cart;
}

/**
 * The notices of a cart after a change: its own, and for the last time those that the change settled, as far as
 * they still mean something.
 */
export function noticesAfter(settled: Notice[], after: PricedCart): Notice[] {
	const lineIds = new Set(after.lines.map((line) => line.id));
	const isOwn = (notice: Notice) =>
		after.notices.some(({ code, lineId }) => code === notice.code && lineId === notice.lineId);
	const means = ({ lineId }: Notice) =>
		lineId === null ? after.coupon === null && lineIds.size > 0 : lineIds.has(lineId);
	return [...settled.filter((notice) => means(notice) && !isOwn(notice)), ...after.notices];
}
