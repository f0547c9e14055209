import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts nobody in a shard', async () => {
	expect(await call('PUBSUB', 'SHARDNUMSUB')).toEqual([]);
	expect(await call('PUBSUB', 'SHARDNUMSUB', 'a', 'b')).toEqual(['a', 0, 'b', 0]);
});
