import { createHash } from 'node:crypto';
import { convert, rate } from '@infinite-blob/money/convert';
import { type CurrencyCode, currencies } from '@infinite-blob/money/currency';
import { money, multiply, sum } from '@infinite-blob/money/money';
import type { SyntheticOrder } from '@infinite-blob/synthetic-shop/orders';
import type { Checkout } from '../cart-client.ts';
import type { Order } from '../domain/order.ts';
import { orderIdOf, place } from '../domain/place.ts';
import { grantCharge, pay } from '../domain/steps.ts';

/** What an order keeps of a product. */
export interface Sold {
	id: string;
	name: string;
	/** USD minor units. */
	price: number;
}

const firstNames = 'Ada,Ben,Chiara,Dev,Elif,Femi,Greta,Hugo,Ines,Jun,Kofi,Lena,Mira,Noor,Otto,Priya'.split(
	',',
);
const lastNames = 'Abara,Brandt,Costa,Dubois,Endo,Fischer,Garcia,Haddad,Ivanov,Jansen,Kaya,Lindqvist'.split(
	',',
);
const paidAfterMs = 2_000;
const completedAfterMs = 5_000;

/**
 * An order of the past: placed, paid and completed, without the documents and mails that a real one leaves.
 *
 * @param sold the product of each line
 * @param key names the order among all of the past
 */
export function pastOrder(
	{ shopper, at, lines }: SyntheticOrder,
	sold: readonly Sold[],
	key: string,
	sequence: number,
): Order {
	const sessionId = `past ${shopper}`;
	const idempotencyKey = key;
	const placing = {
		sessionId,
		idempotencyKey,
		customer: customerOf(shopper),
		paymentMethod: 'pm_card_visa',
		expectedTotal: null,
	};
	const id = orderIdOf(sessionId, idempotencyKey);
	const quantities = lines.map(({ quantity }) => quantity);
	const placed = place(id, placing, checkoutOf(sold, quantities, shopper), sequence, at);
	const granted = grantCharge(placed, 1, at)?.order ?? placed;
	const paidAt = at + paidAfterMs;
	const charge = { orderId: id, attempt: 1, chargeId: `past_${id}`, last4: '4242', chargedAt: paidAt };
	const paid = pay(granted, charge, paidAt)?.order ?? granted;
	const completedAt = at + completedAfterMs;
	return {
		...paid,
		version: paid.version + 1,
		status: 'COMPLETED',
		timeline: [...paid.timeline, { status: 'COMPLETED', at: completedAt, detail: null }],
		updatedAt: completedAt,
	};
}

function customerOf(shopper: number): Order['customer'] {
	const firstName = firstNames[shopper % firstNames.length] as string;
	const lastName = lastNames[Math.floor(shopper / firstNames.length) % lastNames.length] as string;
	const email = `${firstName}.${lastName}.${shopper}@example.com`.toLowerCase();
	return { firstName, lastName, email };
}

/** Two of three shoppers pay in dollars. */
function currencyOf(shopper: number): CurrencyCode {
	return shopper % 3 === 0 ? (currencies[shopper % currencies.length] as CurrencyCode) : 'USD';
}

function checkoutOf(sold: readonly Sold[], quantities: readonly number[], shopper: number): Checkout {
	const currency = currencyOf(shopper);
	const lines = sold.map(({ id, name, price }, place) => {
		const quantity = quantities[place] ?? 1;
		const unitPrice = convert(money(price, 'USD'), currency);
		return {
			productId: id,
			name,
			quantity,
			unitPrice,
			total: multiply(unitPrice, quantity),
			available: true,
		};
	});
	const subtotal = sum(
		lines.map(({ total }) => total),
		currency,
	);
	const cartId = `crt_${createHash('sha256').update(`past ${shopper}`).digest('base64url').slice(0, 24)}`;
	return {
		...{ cartId, version: 1, currency, rate: rate('USD', currency), lines, coupon: null },
		...{ subtotal, discount: money(0, currency), total: subtotal },
	};
}
