import type { Redis } from '@infinite-blob/redis/connect';
import type { Transactions } from '@infinite-blob/redis/transactions';
import { rebuildKey } from '../keys.ts';

/** Who rebuilds. */
export interface Holder {
	host: string;
	pid: number;
	/** Epoch milliseconds. */
	since: number;
}

/** Another rebuild is running. */
class AlreadyRebuilding extends Error {
	override name = 'AlreadyRebuilding';
	constructor({ host, pid, since }: Holder) {
		const moment = new Date(since).toISOString().slice(0, 19).replace('T', ' ');
		super(`Process ${pid} on ${host} has been rebuilding since ${moment} UTC. Stop it, or wait for it.`);
	}
}

/** A holder that does not renew it for so long is dead. */
const leaseMs = 15_000;

/**
 * Takes the right to rebuild, and keeps it until it is disposed. One whose process has died is taken over: at once on
 * the same machine, else when it has not been renewed for 15 seconds.
 *
 * @throws AlreadyRebuilding
 */
export async function takeLease(
	redis: Redis,
	transactions: Transactions,
	holder: Holder,
	isAlive: (pid: number) => boolean,
): Promise<AsyncDisposable> {
	const own = JSON.stringify(holder);
	await transactions.run([rebuildKey], async (connection) => {
		const text = await connection.get(rebuildKey);
		const other = text === null ? undefined : (JSON.parse(text) as Holder);
		if (other && (other.host !== holder.host || isAlive(other.pid))) throw new AlreadyRebuilding(other);
		return { result: undefined, write: (multi) => multi.set(rebuildKey, own, 'PX', leaseMs) };
	});
	// Whoever has lost it all the same cannot write any more: see `Superseded`.
	const renewal = setInterval(() => void redis.pexpire(rebuildKey, leaseMs).catch(() => {}), leaseMs / 3);
	return {
		async [Symbol.asyncDispose]() {
			clearInterval(renewal);
			if ((await redis.get(rebuildKey)) === own) await redis.del(rebuildKey);
		},
	};
}
