import type { Redis } from '@infinite-blob/redis/connect';
import { mentions, type Pattern, toPattern } from './pattern.ts';

/** What one completed order left in Redis, whichever service wrote it: its names taken out. */
export interface Traces {
	/** Keys of the order's own. */
	keys: { key: Pattern; type: 'string' | 'json'; value: Pattern; lifetimeMs: number | undefined }[];
	/** Its places in the collections of all orders. */
	members: { key: string; type: 'zset' | 'set'; member: Pattern; score: string }[];
}

/** By what one order is known in keys and values; the order of the list is that of a pattern's numbers. */
export type OrderNames = readonly [
	id: string,
	/** The id without what it begins with: lines are named by it. */
	bareId: string,
	charge: string,
	cart: string,
	session: string,
	idempotencyKey: string,
	customer: string,
	number: string,
	invoice: string,
	sequence: string,
];

const sequenceField = (sequence: number | string): string => `"sequence":${sequence},`;

/** The part of an order's document that names it. */
interface NamedOrder {
	id: string;
	number: string;
	sequence: number;
	viewers: [string];
	cartId: string;
	customer: { firstName: string };
	attempts: [{ idempotencyKey: string }];
	payment: { chargeId: string };
	invoice: { number: string };
}

export async function namesOf(redis: Redis, orderId: string): Promise<OrderNames> {
	const [order] = JSON.parse((await redis.call('JSON.GET', `orders:order:${orderId}`, '$')) as string) as [
		NamedOrder,
	];
	return [
		order.id,
		order.id.slice('ord_'.length),
		order.payment.chargeId,
		order.cartId,
		order.viewers[0],
		order.attempts[0].idempotencyKey,
		order.customer.firstName,
		order.number,
		order.invoice.number,
		sequenceField(order.sequence),
	];
}

/** Names of an order that never was, the nth after those that were. */
export function inventedNames(sequence: number, invoice: number, random: () => string): OrderNames {
	const bareId = random();
	const year = new Date().getUTCFullYear();
	return [
		`ord_${bareId}`,
		bareId,
		`ch_${random()}`,
		random(),
		random(),
		random(),
		random().slice(0, 8),
		`IB-${String(sequence).padStart(6, '0')}`,
		`${year}-${String(invoice).padStart(6, '0')}`,
		sequenceField(sequence),
	];
}

/** Looks through all of Redis for what an order left there. The streams are not part of it: they are trimmed. */
export async function findTraces(redis: Redis, names: OrderNames): Promise<Traces> {
	const traces: Traces = { keys: [], members: [] };
	for (const name of await redis.keys('*')) {
		const key = toPattern(name, names);
		const type = await redis.type(name);
		if (!mentions(key)) await findMembers(redis, name, type, names, traces);
		else if (type === 'string' || type === 'ReJSON-RL') {
			const isJson = type === 'ReJSON-RL';
			const text = isJson
				? JSON.stringify(JSON.parse((await redis.call('JSON.GET', name, '$')) as string)[0])
				: await redis.get(name);
			const ttl = await redis.pttl(name);
			traces.keys.push({
				key,
				type: isJson ? 'json' : 'string',
				value: toPattern(text ?? '', names),
				lifetimeMs: ttl > 0 ? ttl : undefined,
			});
		} else throw new Error(`${name} is a ${type}, which this benchmark cannot copy`);
	}
	return traces;
}

async function findMembers(
	redis: Redis,
	key: string,
	type: string,
	names: OrderNames,
	traces: Traces,
): Promise<void> {
	if (type === 'zset') {
		const flat = (await redis.zrange(key, 0, '-1', 'WITHSCORES')).flat();
		for (let i = 0; i < flat.length; i += 2) {
			const member = toPattern(String(flat[i]), names);
			if (mentions(member)) traces.members.push({ key, type, member, score: String(flat[i + 1]) });
		}
	} else if (type === 'set') {
		for (const text of await redis.smembers(key)) {
			const member = toPattern(text, names);
			if (mentions(member)) traces.members.push({ key, type, member, score: '' });
		}
	}
}
