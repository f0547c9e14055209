import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('names the type of each value', async () => {
	await call('JSON.SET', 'doc', '$', '[{},[],"s",1,1.0,18446744073709551615,1e3,-0,true,null]');
	expect(await call('JSON.TYPE', 'doc', '$[*]')).toEqual([
		...['object', 'array', 'string', 'integer', 'number', 'integer', 'number', 'number', 'boolean', 'null'],
	]);
	expect(await call('JSON.TYPE', 'doc')).toBe('array');
	expect(await call('JSON.TYPE', 'doc', '.[4]')).toBe('number');
});

it('answers null where a legacy path is none, or it or the key is missing', async () => {
	await call('JSON.SET', 'doc', '$', '{}');
	expect(await call('JSON.TYPE', 'doc', '.missing')).toBeNull();
	expect(await call('JSON.TYPE', 'doc', 'no path')).toBeNull();
	expect(await call('JSON.TYPE', 'doc', '$.missing')).toEqual([]);
	expect(await call('JSON.TYPE', 'none', '$.a')).toBeNull();
});
