import { expect, it } from 'vitest';
import { openRaw } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();

it('counts who listens to each channel, leaving patterns aside', async () => {
	await using one = await openRaw(redis.url, 2);
	await using other = await openRaw(redis.url, 2);
	for (const raw of [one, other]) await raw.send(['SUBSCRIBE', 'a'], 30);
	await one.send(['PSUBSCRIBE', '*'], 30);
	expect(await redis.call('PUBSUB', 'NUMSUB', 'a', 'b', 'a')).toEqual(['a', 2, 'b', 0, 'a', 2]);
	expect(await redis.call('PUBSUB', 'NUMSUB')).toEqual([]);
});
