import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('takes one out, the set with the last', async () => {
	await call('SADD', 's', 'a', 'b');
	const first = await call('SPOP', 's');
	expect(await call('SMEMBERS', 's')).toEqual([first === 'a' ? 'b' : 'a']);
	await call('SPOP', 's');
	expect(await call('EXISTS', 's')).toBe(0);
	expect(await call('SPOP', 's')).toBeNull();
});

it('takes many out, at most all', async () => {
	await call('SADD', 's', 'a', 'b', 'c');
	expect(await call('SPOP', 's', 0)).toEqual([]);
	expect(new Set((await call('SPOP', 's', 2)) as string[]).size).toBe(2);
	expect(await call('SPOP', 's', 10)).toHaveLength(1);
	expect(await call('SPOP', 's', 10)).toEqual([]);
});

it('refuses a count that is none', async () => {
	for (const count of [-1, 'a', '']) {
		await expect(call('SPOP', 's', count)).rejects.toThrow('ERR value is out of range, must be positive');
	}
	await expect(call('SPOP', 's', 1, 'x')).rejects.toThrow('ERR syntax error');
});
