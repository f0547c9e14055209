import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Decision, Transactions } from '@infinite-blob/redis/transactions';
import { type Invoice, invoiceNumber, invoiceYear, type Seller } from './invoice.ts';

const numberKey = (orderId: string): string => `invoice:number:${orderId}`;
const counterKey = (year: number): string => `invoice:counter:${year}`;
const recordKey = (number: string): string => `invoice:record:${number}`;

/** The invoices that were issued. */
export class InvoiceRepository {
	readonly #redis: Redis;
	readonly #transactions: Transactions;

	constructor(redis: Redis, transactions: Transactions) {
		this.#redis = redis;
		this.#transactions = transactions;
	}

	/** The order's invoice: the one it has, or a new one with the next number of the year. */
	async issue(order: OrderSnapshot, seller: Seller, issuedAt: number): Promise<Invoice> {
		return (await this.find(order.id)) ?? (await this.#assign(order, seller, issuedAt));
	}

	async find(orderId: string): Promise<Invoice | undefined> {
		return read(this.#redis, orderId);
	}

	#assign(order: OrderSnapshot, seller: Seller, issuedAt: number): Promise<Invoice> {
		const year = invoiceYear(issuedAt);
		const keys = [numberKey(order.id), counterKey(year)];
		return this.#transactions.run(keys, async (redis): Promise<Decision<Invoice>> => {
			const existing = await read(redis, order.id);
			if (existing) return { result: existing };
			const count = Number((await redis.get(counterKey(year))) ?? 0) + 1;
			const invoice = { number: invoiceNumber(year, count), issuedAt, seller, order };
			return {
				result: invoice,
				write: (multi) =>
					multi
						.set(counterKey(year), count)
						.set(numberKey(order.id), invoice.number)
						.set(recordKey(invoice.number), JSON.stringify(invoice)),
			};
		});
	}
}

async function read(redis: Redis, orderId: string): Promise<Invoice | undefined> {
	const number = await redis.get(numberKey(orderId));
	if (number === null) return undefined;
	const record = await redis.get(recordKey(number));
	if (record === null) throw new Error(`invoice ${number} has no record`);
	return JSON.parse(record) as Invoice;
}
