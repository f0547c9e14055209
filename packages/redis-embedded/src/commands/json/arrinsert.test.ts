import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('inserts before an index, which may count from the end', async () => {
	await call('JSON.SET', 'doc', '$', '[]');
	expect(await call('JSON.ARRINSERT', 'doc', '.', 0, '1')).toBe(1);
	expect(await call('JSON.ARRINSERT', 'doc', '.', -1, '2', '3')).toBe(3);
	expect(await call('JSON.ARRINSERT', 'doc', '$', 3, '4')).toEqual([4]);
	expect(await call('JSON.GET', 'doc')).toBe('[2,3,1,4]');
});

it('refuses an index that is not there', async () => {
	await call('JSON.SET', 'doc', '$', '[1,2]');
	await expect(call('JSON.ARRINSERT', 'doc', '$', 3, '0')).rejects.toThrow('index out of bounds');
	await expect(call('JSON.ARRINSERT', 'doc', '$', -3, '0')).rejects.toThrow('index out of bounds');
	await expect(call('JSON.ARRINSERT', 'doc', '$', '1.5', '0')).rejects.toThrow("Couldn't parse as integer");
	await expect(call('JSON.ARRINSERT', 'doc', '$', 0)).rejects.toThrow('wrong number of arguments');
	expect(await call('JSON.GET', 'doc')).toBe('[1,2]');
});

it('answers for each array, a legacy path for the last', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":[1],"in":{"a":[1,2]},"out":{"a":"s"}}');
	expect(await call('JSON.ARRINSERT', 'doc', '$..a', 1, 'null')).toEqual([2, 3, null]);
	expect(await call('JSON.ARRINSERT', 'doc', '..a', 1, 'true')).toBe(4);
	expect(await call('JSON.GET', 'doc', '$..a')).toBe('[[1,true,null],[1,true,null,2],"s"]');
});
