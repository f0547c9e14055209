import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it.each([
	['*', ['a1', 'a2', 'b1', 'a[1', 'é']],
	['a?', ['a1', 'a2']],
	['[ab]1', ['a1', 'b1']],
	['[^a]1', ['b1']],
	['a[1-3]', ['a1', 'a2']],
	['a\\[1', ['a[1']],
	['a', []],
	['é', ['é']],
])('matches %j', async (pattern, expected) => {
	await call('MSET', 'a1', '1', 'a2', '1', 'b1', '1', 'a[1', '1', 'é', '1');
	expect(((await call('KEYS', pattern)) as string[]).toSorted()).toEqual(expected.toSorted());
});

it('leaves out what has expired', async () => {
	await call('SET', 'a', '1', 'PX', 1);
	await new Promise((resolve) => setTimeout(resolve, 5));
	expect(await call('KEYS', '*')).toEqual([]);
});
