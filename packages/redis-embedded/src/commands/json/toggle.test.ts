import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('turns each boolean over', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":true,"in":{"a":false},"out":{"a":0}}');
	expect(await call('JSON.TOGGLE', 'doc', '$..a')).toEqual([0, 1, null]);
	expect(await call('JSON.TOGGLE', 'doc', '.a')).toBe('true');
	expect(await call('JSON.TOGGLE', 'doc', '..a')).toBe('false');
	expect(await call('JSON.GET', 'doc')).toBe('{"a":false,"in":{"a":false},"out":{"a":0}}');
	await expect(call('JSON.TOGGLE', 'doc', '.out.a')).rejects.toThrow(
		"ERR Path '$.out.a' does not exist or not a bool",
	);
});

it('changes a place as often as the path means it', async () => {
	await call('JSON.SET', 'doc', '$', '[true]');
	expect(await call('JSON.TOGGLE', 'doc', '$[0,0]')).toEqual([0, 1]);
	expect(await call('JSON.GET', 'doc')).toBe('[true]');
});
