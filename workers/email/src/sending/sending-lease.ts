import type { Redis } from '@infinite-blob/redis/connect';

/** Another replica is sending a mail of this order right now. Trying again in a moment helps. */
class SentElsewhere extends Error {
	override name = 'SentElsewhere';
}

const leaseKey = (orderId: string): string => `email:sending:${orderId}`;

/**
 * Runs the work while no other replica sends a mail of the same order. An event is handed to another replica when its
 * own one stalls; both may wake up with it in hand. The lease of a replica that died runs out by itself, and the same
 * replica takes it up again at once when it comes back.
 *
 * @param holder the replica's name
 * @throws SentElsewhere
 */
export async function whileLeased<T>(
	redis: Redis,
	orderId: string,
	holder: string,
	leaseMs: number,
	work: () => Promise<T>,
): Promise<T> {
	const key = leaseKey(orderId);
	const extend = () => redis.pexpire(key, leaseMs).catch(() => {});
	if ((await redis.set(key, holder, 'PX', leaseMs, 'NX')) !== 'OK') {
		if ((await redis.get(key)) !== holder)
			throw new SentElsewhere(`another replica is sending a mail of order ${orderId}`);
		await extend();
	}
	const renewal = setInterval(extend, leaseMs / 3);
	try {
		return await work();
	} finally {
		clearInterval(renewal);
		if ((await redis.get(key)) === holder) await redis.del(key);
	}
}
