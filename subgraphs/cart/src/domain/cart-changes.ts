import { type CurrencyCode, currencies } from '@infinite-blob/money/currency';
import { type Cart, type CartLine, type LineId, maxLines, maxQuantity } from './cart.ts';
import { CartError } from './cart-error.ts';
import { subtotalIn } from './line-prices.ts';
import type { Quote } from './quote.ts';

export interface Addition {
	productId: string;
	/** Null when there is no such product. */
	quote: Quote | null;
	quantity: number;
	/** The id of the line, if it takes a new one. */
	lineId: LineId;
	now: number;
}

/** Adds a product, to its line where it has one. */
export function addProduct(cart: Cart, addition: Addition): Cart {
	const { productId, quote, quantity, lineId, now } = addition;
	if (!quote) throw new CartError('PRODUCT_NOT_FOUND', 'There is no product with this id.', 'productId');
	if (!quote.available) {
		throw new CartError('PRODUCT_UNAVAILABLE', `“${quote.name}” is no longer sold.`, 'productId');
	}
	const existing = cart.lines.find((line) => line.productId === productId);
	const total = (existing?.quantity ?? 0) + checkedQuantity(quantity);
	if (existing && total > maxQuantity) {
		const message = `The cart holds ${existing.quantity} of “${quote.name}” already; a line takes up to ${maxQuantity}.`;
		throw new CartError('INVALID_QUANTITY', message, 'quantity');
	}
	if (existing) return payable(withLine(cart, { ...existing, quantity: total }));
	if (cart.lines.length >= maxLines) {
		const message = `The cart is full: it holds up to ${maxLines} different products. Remove one first.`;
		throw new CartError('CART_FULL', message);
	}
	const { name, price } = quote;
	const line: CartLine = { id: lineId, productId, name, unitPrice: price, quantity, addedAt: now };
	return payable({ ...cart, lines: [...cart.lines, line] });
}

export function setQuantity(cart: Cart, lineId: string, quantity: number): Cart {
	const line = lineOf(cart, lineId);
	if (line.quantity === checkedQuantity(quantity)) return cart;
	return payable(withLine(cart, { ...line, quantity }));
}

export function removeLine(cart: Cart, lineId: string): Cart {
	const { id } = lineOf(cart, lineId);
	return { ...cart, lines: cart.lines.filter((line) => line.id !== id) };
}

/** Takes all lines and the coupon out; the currency stays. */
export function clearCart(cart: Cart): Cart {
	return cart.lines.length === 0 && cart.coupon === null ? cart : { ...cart, lines: [], coupon: null };
}

export function setCurrency(cart: Cart, currency: CurrencyCode): Cart {
	return cart.currency === currency ? cart : { ...cart, currency };
}

/** @throws CartError INVALID_QUANTITY outside of 1 to 99 */
export function checkedQuantity(quantity: number): number {
	if (Number.isInteger(quantity) && quantity >= 1 && quantity <= maxQuantity) return quantity;
	throw new CartError(
		'INVALID_QUANTITY',
		`A quantity is from 1 to ${maxQuantity}; ${quantity} was asked.`,
		'quantity',
	);
}

function lineOf(cart: Cart, lineId: string): CartLine {
	const line = cart.lines.find(({ id }) => id === lineId);
	if (!line) throw new CartError('LINE_NOT_FOUND', 'The cart has no such line.', 'lineId');
	return line;
}

function withLine(cart: Cart, changed: CartLine): Cart {
	return { ...cart, lines: cart.lines.map((line) => (line.id === changed.id ? changed : line)) };
}

// GraphQL's Int has 32 bits: a larger amount could not be shown, in whichever currency the shopper turns to.
const largestAmount = 2 ** 31 - 1;

function payable(cart: Cart): Cart {
	if (currencies.every((currency) => subtotalIn(currency, cart.lines).amount <= largestAmount)) return cart;
	throw new CartError(
		'INVALID_QUANTITY',
		'The cart would come to more than can be paid at once. Ask for fewer.',
		'quantity',
	);
}
