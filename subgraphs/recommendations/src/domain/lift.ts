/** How often two products were bought, in orders. */
export interface Support {
	/** Orders that held both. */
	both: number;
	/** Orders that held the one, and the other. */
	one: number;
	other: number;
	/** All orders. */
	orders: number;
}

/** One order that held both may be chance, and tells what one shopper bought. */
export const minSupport = 2;

/** So many orders, as many as chance would bring, are added to those that were seen. */
export const damping = 1;

/**
 * How much more often two products are bought together than chance would have it: lift, P(a,b) / (P(a)·P(b)), that is
 * orders with both over those expected if one had nothing to do with the other (Brin, Motwani, Ullman and Tsur 1997).
 * Lift alone makes most of what was sold once or twice; it is drawn towards a value that is believed beforehand, the
 * more strongly the fewer orders are expected (the gamma-Poisson shrinker: DuMouchel 1999).
 *
 * @param prior the lift that is believed of two products of which nothing is known: 1, unless something else hints at it
 */
export function dampedLift({ both, one, other, orders }: Support, prior = 1): number {
	const expected = (one * other) / Math.max(1, orders);
	return (both + damping * prior) / (expected + damping);
}
