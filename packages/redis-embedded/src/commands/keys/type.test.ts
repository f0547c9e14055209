import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('names what a key holds', async () => {
	await call('SET', 'string', '1');
	await call('HSET', 'hash', 'f', '1');
	await call('SADD', 'set', 'm');
	await call('ZADD', 'zset', 1, 'm');
	await call('XADD', 'stream', '*', 'f', '1');
	for (const type of ['string', 'hash', 'set', 'zset', 'stream', 'none']) {
		expect(await call('TYPE', type)).toBe(type);
	}
});
