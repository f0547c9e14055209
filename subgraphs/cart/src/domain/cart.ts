import type { CurrencyCode } from '@infinite-blob/money/currency';
import type { CartId } from './cart-id.ts';

export type LineId = `lin_${string}`;

/** A line as it is kept: name and price are the ones last shown, for the days when the catalogue is away. */
export interface CartLine {
	id: LineId;
	productId: string;
	name: string;
	/** USD minor units. */
	unitPrice: number;
	quantity: number;
	addedAt: number;
}

/** A cart as it is kept. */
export interface Cart {
	id: CartId;
	/** Goes up by one with each change; 0 for a cart that was never changed. */
	version: number;
	currency: CurrencyCode;
	/** In the order they were added. */
	lines: CartLine[];
	/** The code of the applied coupon. */
	coupon: string | null;
	updatedAt: number;
}

/** No id or coupon code is longer: what is longer is not looked up. */
export const longestId = 64;
export const maxLines = 50;
export const maxQuantity = 99;

export function emptyCart(id: CartId, now: number): Cart {
	return { id, version: 0, currency: 'USD', lines: [], coupon: null, updatedAt: now };
}
