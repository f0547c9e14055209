import type { CurrencyCode } from '@infinite-blob/money/currency';
import type { Money } from '@infinite-blob/money/money';
import type { ServiceClient } from '@infinite-blob/subgraph/service-client';

/** A cart at the moment of placing, priced afresh. */
export interface Checkout {
	cartId: string;
	version: number;
	currency: CurrencyCode;
	rate: number;
	lines: {
		productId: string;
		name: string;
		quantity: number;
		unitPrice: Money;
		total: Money;
		available: boolean;
	}[];
	subtotal: Money;
	discount: Money;
	total: Money;
	coupon: string | null;
}

const money = '{ amount currency }';
const checkoutQuery = `query Checkout($sessionId: ID!) {
	checkout(sessionId: $sessionId) {
		cartId version currency rate coupon subtotal ${money} discount ${money} total ${money}
		lines { productId name quantity available unitPrice ${money} total ${money} }
	}
}`;
const reserveMutation = `mutation ReserveCoupon($code: String!, $orderId: ID!, $version: Int!, $email: String!) {
	reserveCoupon(code: $code, orderId: $orderId, orderVersion: $version, email: $email) { reserved reason }
}`;

/** What orders asks of the cart service. */
export class CartClient {
	readonly #client: ServiceClient;

	constructor(client: ServiceClient) {
		this.#client = client;
	}

	/** @throws ServiceUnavailable */
	async checkout(sessionId: string, requestId: string): Promise<Checkout> {
		const data = await this.#client.request<{ checkout: Checkout }>(checkoutQuery, { sessionId }, requestId);
		return data.checkout;
	}

	/**
	 * Holds one use of a coupon for an order; again for the same order changes nothing.
	 *
	 * @param order with the version that it is about to come to: that an earlier one was declined changes nothing any more
	 * @returns why it cannot be used, or undefined when it is held
	 * @throws ServiceUnavailable
	 */
	async reserveCoupon(
		code: string,
		order: { id: string; version: number },
		email: string,
		requestId: string,
	): Promise<string | undefined> {
		const { reserveCoupon } = await this.#client.request<{
			reserveCoupon: { reserved: boolean; reason: string | null };
		}>(reserveMutation, { code, orderId: order.id, version: order.version, email }, requestId);
		if (reserveCoupon.reserved) return undefined;
		return reserveCoupon.reason ?? `The coupon ${code} cannot be used.`;
	}
}
