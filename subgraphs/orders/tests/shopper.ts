import type { Viewer } from '@infinite-blob/session/viewer';
import { eventually } from '@infinite-blob/testing/eventually';
import { expect } from 'vitest';
import { type OrdersFixture, orderFields } from './orders-fixture.ts';
import { testCheckout } from './test-order.ts';

export const admin: Viewer = { kind: 'admin' };
let sessions = 0;

/** Someone with a session and a cart of their own, and what they do with their orders. */
export class Shopper {
	readonly viewer: Viewer;
	readonly #shop: OrdersFixture;
	readonly #cartId: string;
	#carts = 0;

	constructor(shop: OrdersFixture) {
		this.#shop = shop;
		this.viewer = { kind: 'session', sessionId: `ses_shopper_${++sessions}` };
		this.#cartId = `crt_shopper_${sessions}`;
	}

	/** An order for a cart that was filled anew, in the state that a status and its payment stand for. */
	async order(state: OrderState = 'PLACED', coupon: string | null = null): Promise<string> {
		this.#shop.checkout = testCheckout({ cartId: this.#cartId, version: ++this.#carts, coupon });
		const { order } = await this.#shop.place(this.viewer);
		for (const step of stepsTo[state]) await this.#take(order.id, step);
		return order.id;
	}

	async #take(id: string, step: string): Promise<void> {
		const { worker } = this.#shop;
		if (step === 'charge') {
			await worker.requestCharge(id);
			await this.untilStored(id, { payment: { status: 'PROCESSING' } });
		} else if (step === 'pay') {
			await worker.succeed(id);
			await this.untilStored(id, { status: 'PAID' });
		} else if (step === 'decline') {
			await worker.decline(id);
			await this.untilStored(id, { status: 'DECLINED' });
		} else if (step === 'invoice') {
			await worker.invoice(id);
			await this.untilStored(id, { status: 'INVOICED' });
		} else if (step === 'confirm') {
			await worker.confirm(id);
			await this.untilStored(id, { status: 'COMPLETED' });
		} else if (step === 'cancel') await this.cancel(id);
		else if (step === 'ask refund') await this.refund(id);
		else {
			await worker.refund(id);
			await this.untilStored(id, { status: 'REFUNDED' });
		}
	}

	untilStored(id: string, parts: object): Promise<void> {
		return eventually(async () => expect(await this.#shop.stored(id)).toMatchObject(parts));
	}

	cancel = (id: string, viewer = this.viewer) => this.command(`cancelOrder(orderId: "${id}")`, viewer);
	refund = (id: string, viewer = admin) => this.command(`refundOrder(orderId: "${id}")`, viewer);
	retry(id: string, key = 'retry', method = 'pm_card_visa', viewer = this.viewer) {
		const args = `orderId: "${id}", paymentMethod: "${method}", idempotencyKey: "${key}"`;
		return this.command(`retryPayment(${args})`, viewer);
	}

	/** A command's payload, or the errors of an operation that was refused. */
	async command(field: string, viewer = this.viewer): Promise<any> {
		const query = `mutation { ${field} { order { ${orderFields} } userErrors { code field message } } }`;
		const { data, errors } = await this.#shop.ask(viewer, query);
		return data ? Object.values(data)[0] : { errors };
	}
}

/** Where an order can stand, and how it got there. */
const stepsTo = {
	PLACED: [],
	PROCESSING: ['charge'],
	DECLINED: ['charge', 'decline'],
	CANCELLED: ['cancel'],
	PAID: ['charge', 'pay'],
	INVOICED: ['charge', 'pay', 'invoice'],
	COMPLETED: ['charge', 'pay', 'invoice', 'confirm'],
	REFUND_PENDING: ['charge', 'pay', 'invoice', 'confirm', 'ask refund'],
	REFUNDED: ['charge', 'pay', 'invoice', 'confirm', 'ask refund', 'refund'],
} as const;

export type OrderState = keyof typeof stepsTo;
export const orderStates = Object.keys(stepsTo) as OrderState[];

/** The code with which a command was refused; undefined for one that went well. */
export function codeOf(payload: any): string | undefined {
	return payload.userErrors ? payload.userErrors[0]?.code : payload.errors[0].extensions.code;
}
