import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers for each key, null for what is missing or no document', async () => {
	await call('JSON.SET', 'one', '$', '{"a":1.0,"in":{"a":null}}');
	await call('JSON.SET', 'two', '$', '{"b":2}');
	await call('SET', 'text', 'x');
	expect(await call('JSON.MGET', 'one', 'two', 'text', 'none', '$..a')).toEqual([
		'[1.0,null]',
		'[]',
		null,
		null,
	]);
	expect(await call('JSON.MGET', 'one', 'two', 'text', 'none', '.a')).toEqual(['1.0', null, null, null]);
	expect(await call('JSON.MGET', 'two', '$')).toEqual(['[{"b":2}]']);
	expect(await call('JSON.MGET', 'two', '.')).toEqual(['{"b":2}']);
	await expect(call('JSON.MGET', 'one')).rejects.toThrow('wrong number of arguments');
});
