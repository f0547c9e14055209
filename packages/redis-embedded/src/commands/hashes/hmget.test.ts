import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers the values in the order asked for', async () => {
	await call('HSET', 'h', 'a', '1', 'b', '2');
	expect(await call('HMGET', 'h', 'b', 'none', 'a', 'b')).toEqual(['2', null, '1', '2']);
	expect(await call('HMGET', 'none', 'a', 'b')).toEqual([null, null]);
});
