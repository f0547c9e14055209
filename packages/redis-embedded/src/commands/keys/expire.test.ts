import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('sets a time to live, or another', async () => {
	await call('HSET', 'h', 'f', 'v');
	expect(await call('EXPIRE', 'h', 100)).toBe(1);
	expect(await call('EXPIRE', 'h', 50)).toBe(1);
	expect(await call('TTL', 'h')).toBe(50);
	expect(await call('EXPIRE', 'none', 50)).toBe(0);
});

it('removes at once what has no time left', async () => {
	for (const time of [0, -1, '-9223372036854775']) {
		await call('SET', 'a', '1');
		expect(await call('EXPIRE', 'a', time)).toBe(1);
		expect(await call('EXISTS', 'a')).toBe(0);
	}
});

it.each([
	['NX', -1, 1],
	['NX', 50, 0],
	['XX', -1, 0],
	['XX', 50, 1],
	['GT', -1, 0],
	['GT', 50, 1],
	['GT', 200, 0],
	['LT', -1, 1],
	['lt', 50, 0],
	['LT', 200, 1],
])('with %s over %i seconds: %i', async (option, before, expected) => {
	await call('SET', 'a', '1');
	if (before > 0) await call('EXPIRE', 'a', before);
	expect(await call('EXPIRE', 'a', 100, option)).toBe(expected);
	expect(await call('TTL', 'a')).toBe(expected ? 100 : before);
});

it('combines XX with GT or LT', async () => {
	await call('SET', 'a', '1');
	expect(await call('EXPIRE', 'a', 100, 'XX', 'LT')).toBe(0);
	await call('EXPIRE', 'a', 200);
	expect(await call('EXPIRE', 'a', 100, 'XX', 'GT')).toBe(0);
	expect(await call('EXPIRE', 'a', 100, 'LT', 'XX')).toBe(1);
});

it('refuses options that contradict each other', async () => {
	for (const other of ['XX', 'GT', 'LT']) {
		await expect(call('EXPIRE', 'a', 1, 'NX', other)).rejects.toThrow(
			'ERR NX and XX, GT or LT options at the same time are not compatible',
		);
	}
	await expect(call('EXPIRE', 'a', 1, 'GT', 'LT')).rejects.toThrow(
		'ERR GT and LT options at the same time are not compatible',
	);
	await expect(call('EXPIRE', 'a', 1, 'AB')).rejects.toThrow('ERR Unsupported option AB');
	await expect(call('EXPIRE', 'a', 1, 'xx', 'ab')).rejects.toThrow('ERR Unsupported option ab');
});

it('refuses times beyond 64 bits, and leaves the key alone', async () => {
	await call('SET', 'a', '1', 'EX', 100);
	for (const time of ['9223372036854775807', '9223372036854776', '9223372036854775', '-9223372036854776']) {
		await expect(call('EXPIRE', 'a', time)).rejects.toThrow("ERR invalid expire time in 'expire' command");
	}
	for (const time of ['', 'soon', '1.5', '9223372036854775808']) {
		await expect(call('EXPIRE', 'a', time)).rejects.toThrow('ERR value is not an integer or out of range');
	}
	expect(await call('TTL', 'a')).toBe(100);
});

it('keeps the time to live through changes, not through replacement', async () => {
	await call('SET', 'string', '1');
	await call('HSET', 'hash', 'f', '1', 'g', '1');
	await call('SADD', 'set', 'm', 'n');
	await call('ZADD', 'zset', 1, 'm', 2, 'n');
	const keys = ['string', 'hash', 'set', 'zset'];
	for (const key of keys) await call('EXPIRE', key, 100);
	await call('INCR', 'string');
	await call('HDEL', 'hash', 'f');
	await call('SPOP', 'set');
	await call('ZPOPMIN', 'zset');
	for (const key of keys) expect(await call('TTL', key)).toBe(100);
	for (const key of keys) await call('SET', key, '1');
	for (const key of keys) expect(await call('TTL', key)).toBe(-1);
});
