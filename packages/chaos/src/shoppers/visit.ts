import type { ApiConsumer } from '@infinite-blob/e2e/api-consumer';

/** A session, and what its cart holds as far as its client knows. */
export interface Visit {
	api: ApiConsumer;
	/** Quantities by product. */
	cart: Map<string, number>;
	/** What was asked to be added, without an answer: the cart may hold it or not. */
	perhaps: Map<string, number>;
	/** Whether more than that is unknown, so that the cart cannot be held against anything. */
	isLost: boolean;
	/** Whether its client has gone on to another session. */
	isLeft: boolean;
}

export function startVisit(api: ApiConsumer): Visit {
	return { api, cart: new Map(), perhaps: new Map(), isLost: false, isLeft: false };
}

export function add(quantities: Map<string, number>, productId: string, quantity: number): void {
	const sum = (quantities.get(productId) ?? 0) + quantity;
	if (sum > 0) quantities.set(productId, sum);
	else quantities.delete(productId);
}
