import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

/** All that a scan finds, page by page. */
async function scan(...options: (string | number)[]): Promise<string[]> {
	const found = new Set<string>();
	for (let cursor = '0'; ; ) {
		const [next, keys] = (await call('SCAN', cursor, ...options)) as [string, string[]];
		for (const key of keys) found.add(key);
		if (next === '0') return [...found].toSorted();
		cursor = next;
	}
}

it('finds each key that stays, by pattern and type', async () => {
	const names = Array.from({ length: 50 }, (_, i) => `key:${i}`);
	await call('MSET', ...names.flatMap((name) => [name, '1']));
	await call('SADD', 'set', 'm');
	expect(await scan()).toEqual([...names, 'set'].toSorted());
	expect(await scan('COUNT', 7, 'MATCH', 'key:4?')).toEqual(names.slice(40));
	expect(await scan('TYPE', 'SET')).toEqual(['set']);
	expect(await scan('TYPE', 'list')).toEqual([]);
});

it('leaves out what has expired', async () => {
	await call('SET', 'a', '1', 'PX', 1);
	await new Promise((resolve) => setTimeout(resolve, 5));
	expect(await scan()).toEqual([]);
});

it('refuses wrong cursors and options', async () => {
	for (const cursor of ['', 'a', '-1', '1.5', '18446744073709551616']) {
		await expect(call('SCAN', cursor)).rejects.toThrow('ERR invalid cursor');
	}
	for (const words of [['COUNT', 0], ['COUNT', -1], ['MATCH'], ['FOO', 'bar']]) {
		await expect(call('SCAN', 0, ...words)).rejects.toThrow('ERR syntax error');
	}
	await expect(call('SCAN', 0, 'COUNT', 'a')).rejects.toThrow('ERR value is not an integer or out of range');
});
