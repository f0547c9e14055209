import type { Redis } from '@infinite-blob/redis/connect';
import type { Trouble } from './trouble.ts';

/** Trouble that meets every call of the test provider, whatever the payment method. */
export interface Outage {
	trouble: Trouble;
	/** The share of the calls that it meets, above 0 up to 1; all when left out. */
	share?: number;
}

/** Where an outage is kept while it is on. */
export const outageKey = 'bank:outage';

/** Starts an outage, in the place of one that is on. @param durationMs it ends by itself after so long; else never */
export async function startOutage(redis: Redis, outage: Outage, durationMs?: number): Promise<void> {
	const text = JSON.stringify(outage);
	if (durationMs === undefined) await redis.set(outageKey, text);
	else await redis.set(outageKey, text, 'PX', durationMs);
}

/** Ends the outage that is on, if there is one. */
export async function endOutage(redis: Redis): Promise<void> {
	await redis.del(outageKey);
}

/** What meets one call. @param text the outage as it is kept @param random from 0 up to 1 */
export function troubleOf(text: string | null, random: number): Trouble | undefined {
	if (text === null) return undefined;
	const { trouble, share = 1 } = JSON.parse(text) as Outage;
	return random < share ? trouble : undefined;
}
