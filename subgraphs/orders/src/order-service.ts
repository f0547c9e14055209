import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceUnavailable } from '@infinite-blob/subgraph/service-client';
import { UserError } from '@infinite-blob/subgraph/user-error';
import { announce } from './announce.ts';
import type { CartClient } from './cart-client.ts';
import type { Order } from './domain/order.ts';
import { OrderError } from './domain/order-error.ts';
import { checkCheckout, inputHash, orderIdOf, type Placing, place } from './domain/place.ts';
import { addViewer, cancel, requestRefund, retry, type Step } from './domain/steps.ts';
import type { CartState, OrderRepository, StoredChange } from './order-repository.ts';

/** How long to wait before each look for an order that got the coupon first, in milliseconds. */
const looks = [0, 20, 80, 200];

/** The commands on orders: each checks, changes the order once however often it is repeated, and tells of it. */
export class OrderService {
	readonly #orders: OrderRepository;
	readonly #cart: CartClient;
	readonly #now: () => number;

	constructor(orders: OrderRepository, cart: CartClient, now: () => number) {
		this.#orders = orders;
		this.#cart = cart;
		this.#now = now;
	}

	/** Places the session's cart; the same key gives the same order, whatever became of the cart. */
	async place(placing: Placing, requestId: string): Promise<Order> {
		const id = orderIdOf(placing.sessionId, placing.idempotencyKey);
		const existing = await this.#orders.find(id);
		if (existing) return sameInput(existing, placing);
		try {
			return await available(() => this.#placeCart(id, placing, requestId));
		} catch (error) {
			// The same request, sent twice at once, may have emptied the cart or used up the coupon in between.
			const twin = error instanceof UserError ? await this.#orders.find(id) : undefined;
			if (twin) return sameInput(twin, placing);
			throw error;
		}
	}

	async #placeCart(id: string, placing: Placing, requestId: string): Promise<Order> {
		const checkout = await this.#cart.checkout(placing.sessionId, requestId);
		checkCheckout(checkout, placing.expectedTotal);
		const cart = { cartId: checkout.cartId, cartVersion: checkout.version };
		if (checkout.coupon) {
			// Before the coupon, which a second order for the same cart could not have.
			refuseSecondOrder(id, await this.#orders.lastForCart(cart));
			const { email } = placing.customer;
			await this.#holdCoupon(checkout.coupon, { id, version: 1, ...cart }, email, requestId);
		}
		const sequence = await this.#orders.nextSequence();
		return this.#orders.create(id, cart, (stored, lastForCart) => {
			if (stored) return sameInput(stored, placing);
			refuseSecondOrder(id, lastForCart);
			const now = this.#now();
			const order = place(id, placing, checkout, sequence, now);
			return told({ order, news: { type: 'order.placed' } }, requestId);
		});
	}

	async retry(
		order: Order,
		paymentMethod: string,
		idempotencyKey: string,
		requestId: string,
	): Promise<Order> {
		const change = (current: Order, lastForCart: Order | undefined) => {
			const next = retry(current, paymentMethod, idempotencyKey, this.#now());
			if (next) refuseSecondOrder(current.id, lastForCart);
			return next && told(next, requestId);
		};
		// A declined order has given its coupon back, so it must be held again; not for a repeat, which changes nothing.
		if (order.coupon && change(order, await this.#orders.lastForCart(order))) {
			const { coupon, customer } = order;
			const next = { ...order, version: order.version + 1 };
			await available(() => this.#holdCoupon(coupon, next, customer.email, requestId));
		}
		let declinedAgain: Order | undefined;
		const reopened = await this.#orders.reopen(order, (current, lastForCart) => {
			const next = change(current, lastForCart);
			declinedAgain = next && current.attempts.length > order.attempts.length ? current : undefined;
			return declinedAgain ? undefined : next;
		});
		// Retried by another request and declined once more, so the coupon was given back after it was held here.
		if (declinedAgain) return this.retry(declinedAgain, paymentMethod, idempotencyKey, requestId);
		return reopened ?? notFound();
	}

	cancel(id: string, requestId: string): Promise<Order> {
		return this.#change(id, (order) => cancel(order, this.#now()), requestId);
	}

	refund(id: string, requestId: string): Promise<Order> {
		return this.#change(id, (order) => requestRefund(order, this.#now()), requestId);
	}

	claim(id: string, sessionId: string, requestId: string): Promise<Order> {
		return this.#change(id, (order) => addViewer(order, sessionId), requestId);
	}

	async #change(id: string, step: (order: Order) => Step, requestId: string): Promise<Order> {
		const order = await this.#orders.change(id, (current) => {
			const next = step(current);
			return next && told(next, requestId);
		});
		return order ?? notFound();
	}

	async #holdCoupon(
		code: string,
		order: Pick<Order, 'id' | 'version'> & CartState,
		email: string,
		requestId: string,
	): Promise<void> {
		const reason = await this.#cart.reserveCoupon(code, order, email, requestId);
		if (!reason) return;
		// An order for the same cart may have it, which is stored only after it got the coupon.
		for (const wait of looks) {
			await sleep(wait);
			refuseSecondOrder(order.id, await this.#orders.lastForCart(order));
		}
		throw new OrderError('COUPON_INVALID', reason);
	}
}

/** @throws ORDER_NOT_FOUND */
export function notFound(): never {
	throw new OrderError('ORDER_NOT_FOUND', 'You have no order with this id.', ['orderId']);
}

/** A step with the event that tells of it. @param causation the id of the event or request that made it happen */
export function told({ order, news }: NonNullable<Step>, causation: string): StoredChange {
	return { order, events: news ? [announce(news, order, causation, order.updatedAt)] : [] };
}

function sameInput(order: Order, placing: Placing): Order {
	if (order.inputHash === inputHash(placing)) return order;
	throw new OrderError(
		'IDEMPOTENCY_KEY_REUSED',
		'This key was used for another order before. Make a new key for a new order.',
		['input', 'idempotencyKey'],
	);
}

/**
 * One state of a cart is paid for once: until its order is declined or cancelled, no other is placed for it, nor put
 * forward again.
 */
function refuseSecondOrder(id: string, last: Order | undefined): void {
	if (!last || last.id === id) return;
	if (last.status === 'DECLINED' || last.status === 'CANCELLED') return;
	throw new OrderError(
		'ORDER_IN_PROGRESS',
		`Order ${last.number} for this cart is on its way already.`,
		null,
		last,
	);
}

async function available<T>(command: () => Promise<T>): Promise<T> {
	try {
		return await command();
	} catch (error) {
		if (!(error instanceof ServiceUnavailable)) throw error;
		throw new OrderError(
			'SERVICE_UNAVAILABLE',
			'Part of the shop does not answer right now. Nothing was changed; try again in a moment, with the same key.',
		);
	}
}
