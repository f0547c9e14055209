import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers what matches', async () => {
	await call('SADD', 's', 'aa', 'ab', 'b');
	const [cursor, found] = (await call('SSCAN', 's', 0, 'MATCH', 'a*', 'COUNT', 100)) as [string, string[]];
	expect([cursor, found.toSorted()]).toEqual(['0', ['aa', 'ab']]);
	expect(await call('SSCAN', 'none', 0)).toEqual(['0', []]);
});

it('refuses what it does not know', async () => {
	await call('SADD', 's', 'a');
	await expect(call('SSCAN', 's', 'x')).rejects.toThrow('ERR invalid cursor');
	await expect(call('SSCAN', 's', 0, 'COUNT', 'x')).rejects.toThrow('ERR value is not an integer');
	await expect(call('SSCAN', 's', 0, 'NOVALUES')).rejects.toThrow(
		'NOVALUES option can only be used in HSCAN',
	);
});
