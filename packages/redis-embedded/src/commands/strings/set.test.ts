import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('replaces a value of any type, and its time to live', async () => {
	await call('SADD', 'a', 'x');
	await call('EXPIRE', 'a', 100);
	expect(await call('SET', 'a', '1')).toBe('OK');
	expect(await call('GET', 'a')).toBe('1');
	expect(await call('TTL', 'a')).toBe(-1);
});

it('writes only what is new, or only what is there', async () => {
	expect(await call('SET', 'a', '1', 'XX')).toBeNull();
	expect(await call('SET', 'a', '1', 'nx')).toBe('OK');
	expect(await call('SET', 'a', '2', 'NX', 'EX', 100)).toBeNull();
	expect(await call('SET', 'a', '3', 'XX')).toBe('OK');
	expect(await call('GET', 'a')).toBe('3');
	expect(await call('TTL', 'a')).toBe(-1);
});

it('answers what was there before with GET', async () => {
	expect(await call('SET', 'a', '1', 'GET')).toBeNull();
	expect(await call('SET', 'a', '2', 'GET', 'XX')).toBe('1');
	expect(await call('SET', 'a', '3', 'NX', 'GET')).toBe('2');
	expect(await call('SET', 'b', '1', 'XX', 'GET')).toBeNull();
	expect(await call('MGET', 'a', 'b')).toEqual(['2', null]);
});

it('takes a time from now or since 1970, or keeps the one there is', async () => {
	await call('SET', 'a', '1', 'EX', 100);
	expect(await call('TTL', 'a')).toBe(100);
	await call('SET', 'a', '2', 'KEEPTTL');
	expect(await call('TTL', 'a')).toBe(100);
	await call('SET', 'a', '3', 'PX', 50_000);
	expect(await call('TTL', 'a')).toBe(50);
	await call('SET', 'a', '4', 'EXAT', 4102444800);
	expect(await call('PEXPIRETIME', 'a')).toBe(4102444800000);
	await call('SET', 'a', '5', 'PXAT', 4102444800123, 'XX');
	expect(await call('PEXPIRETIME', 'a')).toBe(4102444800123);
});

it('writes nothing that has expired already', async () => {
	await call('SET', 'a', '1');
	expect(await call('SET', 'a', '2', 'PXAT', 1)).toBe('OK');
	expect(await call('GET', 'a')).toBeNull();
});

it('refuses options that contradict each other or lack a value', async () => {
	for (const words of [
		['NX', 'XX'],
		['EX', 1, 'PX', 1],
		['KEEPTTL', 'EX', 1],
		['EX'],
		['PERSIST'],
		['FOO'],
	]) {
		await expect(call('SET', 'a', '1', ...words)).rejects.toThrow('ERR syntax error');
	}
	expect(await call('EXISTS', 'a')).toBe(0);
});

it('refuses times that are none', async () => {
	for (const words of [
		['EX', 0],
		['PX', -1],
		['EXAT', '9223372036854776'],
		['EX', '9223372036854775'],
		['PX', '9223372036854775807'],
	]) {
		await expect(call('SET', 'a', '1', ...words)).rejects.toThrow("ERR invalid expire time in 'set' command");
	}
	await expect(call('SET', 'a', '1', 'EX', 'soon')).rejects.toThrow(
		'ERR value is not an integer or out of range',
	);
});
