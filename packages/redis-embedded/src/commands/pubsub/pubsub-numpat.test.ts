import { expect, it } from 'vitest';
import { openRaw } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();

it('counts different patterns', async () => {
	await using one = await openRaw(redis.url, 2);
	await using other = await openRaw(redis.url, 2);
	await one.send(['PSUBSCRIBE', 'a*', 'b*'], 60);
	await other.send(['PSUBSCRIBE', 'a*', 'c*'], 60);
	expect(await redis.call('PUBSUB', 'NUMPAT')).toBe(3);
});
