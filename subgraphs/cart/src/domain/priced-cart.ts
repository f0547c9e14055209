import { rate } from '@infinite-blob/money/convert';
import type { CurrencyCode } from '@infinite-blob/money/currency';
import { type Money, money, multiply, subtract } from '@infinite-blob/money/money';
import type { Cart } from './cart.ts';
import type { CartId } from './cart-id.ts';
import { type Coupon, couponFault, discountOf } from './coupon.ts';
import { subtotalIn, unitPriceIn } from './line-prices.ts';
import { couponNotice, lineNotices, type Notice } from './notices.ts';
import type { Quotes } from './quote.ts';

/** A line as it is shown, in the cart's currency. */
export interface PricedLine {
	id: string;
	productId: string;
	name: string;
	quantity: number;
	unitPrice: Money;
	total: Money;
	/** False once the product is archived. */
	available: boolean;
}

/** A cart as it is shown: what its fields in the schema resolve from. */
export interface PricedCart {
	id: CartId;
	version: number;
	currency: CurrencyCode;
	/** Units of the cart's currency for one US dollar. */
	rate: number;
	lines: PricedLine[];
	totalQuantity: number;
	subtotal: Money;
	discount: Money;
	total: Money;
	/** Null as well when the applied coupon does not hold. */
	coupon: string | null;
	notices: Notice[];
	updatedAt: number;
}

/**
 * Prices a cart as the catalogue has it now; what the catalogue could not tell is as it was last shown.
 *
 * @param coupon the one that is applied, if it still exists
 */
export function priceCart(cart: Cart, quotes: Quotes, coupon: Coupon | undefined, now: number): PricedCart {
	const { id, version, currency, updatedAt } = cart;
	const subtotal = subtotalIn(currency, cart.lines, quotes);
	const applied = coupon && !couponFault(coupon, subtotal, now) ? coupon : undefined;
	const discount = applied ? discountOf(applied, subtotal) : money(0, currency);
	return {
		id,
		version,
		currency,
		rate: rate('USD', currency),
		lines: cart.lines.map((line) => {
			const quote = quotes.get(line.productId);
			const unitPrice = unitPriceIn(currency, line, quotes);
			return {
				id: line.id,
				productId: line.productId,
				name: quote?.name ?? line.name,
				quantity: line.quantity,
				unitPrice,
				total: multiply(unitPrice, line.quantity),
				available: quote === undefined || (quote?.available ?? false),
			};
		}),
		totalQuantity: cart.lines.reduce((quantity, line) => quantity + line.quantity, 0),
		subtotal,
		discount,
		total: subtract(subtotal, discount),
		coupon: applied?.code ?? null,
		notices: [
			...cart.lines.flatMap((line) => lineNotices(line, currency, quotes)),
			...(cart.coupon !== null && !applied ? [couponNotice(cart.coupon)] : []),
		],
		updatedAt,
	};
}
