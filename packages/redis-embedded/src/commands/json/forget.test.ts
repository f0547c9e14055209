import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('is another name of JSON.DEL', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":1,"in":{"a":2}}');
	expect(await call('JSON.FORGET', 'doc', '$..a')).toBe(2);
	expect(await call('JSON.FORGET', 'doc')).toBe(1);
	expect(await call('JSON.FORGET', 'doc')).toBe(0);
});
