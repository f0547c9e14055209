import type { Redis } from '@infinite-blob/redis/connect';
import type { Documents } from '@infinite-blob/redis/documents';
import type { RedisClientConnection } from 'redis-om';
import type { Payment } from './domain/order.ts';
import { orderIndex, sequenceKey } from './order-repository.ts';

/** What an order bought, without a word of who bought it. */
export interface Purchase {
	orderId: string;
	/** Epoch milliseconds. */
	paidAt: number;
	lines: { productId: string; quantity: number }[];
}

const pageSize = 500;
const fields = ['$.id', '$.payment', '$.lines'];

/**
 * Every order that was ever paid, whatever became of the money, oldest first, page by page. Those that are paid
 * meanwhile may be among them or not.
 */
export async function* purchasePages(redis: Redis, documents: Documents): AsyncGenerator<Purchase[]> {
	const client = documents.client as RedisClientConnection;
	const last = Number(await redis.get(sequenceKey));
	for (let from = 1; from <= last; from += pageSize) {
		const reply = (await client.sendCommand([
			...['FT.SEARCH', orderIndex, `@sequence:[${from} ${from + pageSize - 1}]`],
			...['RETURN', String(fields.length), ...fields, 'SORTBY', 'sequence', 'ASC'],
			...['LIMIT', '0', String(pageSize), 'DIALECT', '2'],
		])) as unknown as [total: number, ...rest: (string | string[] | null)[]];
		// Keys alternate with fields.
		yield reply.slice(1).flatMap((found) => (Array.isArray(found) ? (purchaseIn(found) ?? []) : []));
	}
}

function purchaseIn(flat: string[]): Purchase | undefined {
	const value = (field: string) => flat[flat.indexOf(field) + 1]!;
	const { chargedAt } = JSON.parse(value('$.payment')) as Payment;
	if (chargedAt === null) return undefined;
	const lines = JSON.parse(value('$.lines')) as Purchase['lines'];
	return {
		orderId: value('$.id'),
		paidAt: chargedAt,
		lines: lines.map(({ productId, quantity }) => ({ productId, quantity })),
	};
}
