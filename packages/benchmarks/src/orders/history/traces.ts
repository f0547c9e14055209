import type { Redis } from '@infinite-blob/redis/connect';
import { readJson } from '@infinite-blob/redis/json';
import { mentions, type Pattern, toPattern } from './pattern.ts';

/** What one completed order left in Redis, whichever service wrote it: its names taken out. */
export interface Traces {
	/** Keys of the order's own: the commands that write them. */
	keys: { key: Pattern; command: string; values: Pattern[]; lifetimeMs: number | undefined }[];
	/** Its places in the collections of all orders. */
	members: { key: string; command: 'ZADD' | 'SADD'; values: Pattern[] }[];
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
	const order = await readJson<NamedOrder>(redis, `orders:order:${orderId}`);
	if (!order) throw new Error(`there is no order ${orderId}`);
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
	const patterns = (texts: readonly string[]) => texts.map((text) => toPattern(text, names));
	for (const name of await redis.keys('*')) {
		const key = toPattern(name, names);
		const type = await redis.type(name);
		if (mentions(key)) {
			const [command, ...values] = await readWhole(redis, name, type);
			const ttl = await redis.pttl(name);
			traces.keys.push({ key, command, values: patterns(values), lifetimeMs: ttl > 0 ? ttl : undefined });
			continue;
		}
		const members = await readMembers(redis, name, type);
		for (const [command, ...values] of members) {
			const found = patterns(values);
			if (found.some(mentions)) traces.members.push({ key: name, command, values: found });
		}
	}
	return traces;
}

/** A key's content, as the command that writes it without the key. */
async function readWhole(redis: Redis, key: string, type: string): Promise<[string, ...string[]]> {
	switch (type) {
		case 'string':
			return ['SET', (await redis.get(key)) ?? ''];
		case 'ReJSON-RL':
			return ['JSON.SET', '$', JSON.stringify(await readJson(redis, key))];
		case 'hash':
			return ['HSET', ...Object.entries(await redis.hgetall(key)).flat()];
		case 'set':
			return ['SADD', ...(await redis.smembers(key))];
		default:
			throw new Error(`${key} is a ${type}, which this benchmark cannot copy`);
	}
}

/** The members of a collection, each as the command that writes it without the key. */
async function readMembers(
	redis: Redis,
	key: string,
	type: string,
): Promise<['ZADD' | 'SADD', ...string[]][]> {
	if (type === 'set') return (await redis.smembers(key)).map((member) => ['SADD', member]);
	if (type !== 'zset') return [];
	const flat = (await redis.zrange(key, 0, '-1', 'WITHSCORES')).flat().map(String);
	return flat.flatMap((member, index) => (index % 2 === 0 ? [['ZADD', flat[index + 1]!, member]] : []));
}
