import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers what matches', async () => {
	await call('HSET', 'h', 'aa', '1', 'ab', '2', 'b', 'a');
	expect(await call('HSCAN', 'h', 0)).toEqual(['0', ['aa', '1', 'ab', '2', 'b', 'a']]);
	expect(await call('HSCAN', 'h', 0, 'MATCH', 'a*', 'COUNT', 100)).toEqual(['0', ['aa', '1', 'ab', '2']]);
	expect(await call('HSCAN', 'h', 0, 'NOVALUES')).toEqual(['0', ['aa', 'ab', 'b']]);
});

it('refuses wrong cursors and options, but options only where there is a hash', async () => {
	expect(await call('HSCAN', 'none', 0, 'COUNT', 0)).toEqual(['0', []]);
	await call('HSET', 'h', 'a', '1');
	for (const cursor of ['', 'a', '-1']) {
		await expect(call('HSCAN', 'h', cursor)).rejects.toThrow('ERR invalid cursor');
	}
	for (const words of [['COUNT', 0], ['MATCH'], ['TYPE', 'hash']]) {
		await expect(call('HSCAN', 'h', 0, ...words)).rejects.toThrow('ERR syntax error');
	}
});
