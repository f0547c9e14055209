import type { Redis } from '@infinite-blob/redis/connect';
import type { Logger } from '@infinite-blob/service/logger';
import { documentPrefix, sequenceKey } from './campaign-repository.ts';

const doneKey = 'ads:numbered';

/**
 * Gives the campaigns of a shop that was there before the list of campaigns their places in it: once, and with NX, so
 * that replicas that start together do no harm.
 */
export async function numberCampaigns(redis: Redis, logger: Logger): Promise<void> {
	if (await redis.exists(doneKey)) return;
	let campaigns = 0;
	for await (const keys of redis.scanStream({ match: `${documentPrefix}:cmp_*`, count: 1_000 })) {
		for (const key of keys as string[]) {
			const sequence = await redis.incr(sequenceKey);
			if (await redis.call('JSON.SET', key, '$.sequence', String(sequence), 'NX')) campaigns++;
		}
	}
	await redis.set(doneKey, '1');
	if (campaigns > 0) logger.info({ campaigns }, 'campaigns numbered');
}
