/** What the pages know of a product that is put into the cart: enough to show it before the cart has answered. */
export interface AddedProduct {
	id: string;
	name: string;
	handle?: string;
	price?: { formatted: string };
	thumbnail?: { url: string; alt?: string };
}

/** A change of the cart that the shopper asked for. */
export type CartChange =
	| { kind: 'add'; product: AddedProduct; quantity: number }
	/** A line by its key; a quantity of 0 takes it out. */
	| { kind: 'set'; key: string; quantity: number }
	/** Null takes the coupon off. */
	| { kind: 'coupon'; code: string | null };

/**
 * Two changes as one, when the first is not sent yet and both are about the same line, or the coupon. Undefined when
 * each is to be sent: a quantity cannot be set on a line that is yet to come.
 */
export function merged(first: CartChange, next: CartChange): CartChange | undefined {
	if (subjectOf(first) !== subjectOf(next)) return undefined;
	if (next.kind === 'coupon') return next;
	if (next.kind === 'set') return first.kind === 'set' ? next : undefined;
	if (first.kind === 'coupon') return undefined;
	return { ...first, quantity: first.quantity + next.quantity };
}

/** What a change is about: a line's key, or the coupon. */
function subjectOf(change: CartChange): string {
	if (change.kind === 'coupon') return 'coupon';
	return change.kind === 'add' ? change.product.id : change.key;
}
