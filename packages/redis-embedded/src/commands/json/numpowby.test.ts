import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('raises numbers to a power', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":2,"b":2.5,"c":"s"}');
	expect(await call('JSON.NUMPOWBY', 'doc', '$.*', '3')).toBe('[8,15.625,null]');
	expect(await call('JSON.NUMPOWBY', 'doc', '.a', '0.5')).toBe('2.8284271247461903');
});
