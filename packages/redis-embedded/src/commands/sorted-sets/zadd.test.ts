import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

const all = () => call('ZRANGE', 'z', 0, -1, 'WITHSCORES');

it('counts what is new, the last score of a member given twice', async () => {
	expect(await call('ZADD', 'z', 1, 'a', 2, 'b', 3, 'a')).toBe(2);
	expect(await call('ZADD', 'z', 1, 'b', 2, 'c')).toBe(1);
	expect(await all()).toEqual(['b', '1', 'c', '2', 'a', '3']);
});

it('sorts by score, then by bytes', async () => {
	await call('ZADD', 'z', 0, 'b', 0, 'B', 0, 'é', 0, '', 0, 'aa', 0, 'a', -1, 'z');
	expect(await call('ZRANGE', 'z', 0, -1)).toEqual(['z', '', 'B', 'a', 'aa', 'b', 'é']);
});

it.each([
	['1.0', '1'],
	['-0', '0'],
	['0.1', '0.1'],
	['.5', '0.5'],
	['1e3', '1000'],
	['0x10', '16'],
	['3.14159265358979', '3.14159265358979'],
	['17179869184.5', '17179869184.5'],
	['1e20', '1e+20'],
	['1e-7', '1e-7'],
	['1.7976931348623157e308', '1.7976931348623157e+308'],
	['5e-324', '5e-324'],
	['9007199254740993', '9007199254740992'],
	['inf', 'inf'],
	['+inf', 'inf'],
	['-Infinity', '-inf'],
])('keeps %s as %s', async (text, expected) => {
	await call('ZADD', 'z', text, 'm');
	expect(await call('ZSCORE', 'z', 'm')).toBe(expected);
});

it.each(['', 'a', 'nan', ' 1', '1 ', '1e400', '1e-400', '1,5'])(
	'refuses %j as a score, and adds nothing',
	async (text) => {
		await expect(call('ZADD', 'z', 1, 'a', text, 'b')).rejects.toThrow('ERR value is not a valid float');
		expect(await call('EXISTS', 'z')).toBe(0);
	},
);

it('adds only with NX, changes only with XX', async () => {
	await call('ZADD', 'z', 1, 'a');
	expect(await call('ZADD', 'z', 'NX', 5, 'a', 2, 'b')).toBe(1);
	expect(await call('ZADD', 'z', 'XX', 6, 'a', 3, 'c')).toBe(0);
	expect(await all()).toEqual(['b', '2', 'a', '6']);
	expect(await call('ZADD', 'none', 'XX', 1, 'a')).toBe(0);
	expect(await call('EXISTS', 'none')).toBe(0);
});

it('changes only upwards with GT, downwards with LT, and adds', async () => {
	await call('ZADD', 'z', 5, 'a', 5, 'b');
	expect(await call('ZADD', 'z', 'GT', 'CH', 4, 'a', 6, 'b', 1, 'c')).toBe(2);
	expect(await call('ZADD', 'z', 'lt', 'ch', 4, 'a', 7, 'b', 9, 'd')).toBe(2);
	expect(await all()).toEqual(['c', '1', 'a', '4', 'b', '6', 'd', '9']);
});

it('counts what has changed with CH', async () => {
	await call('ZADD', 'z', 1, 'a', 2, 'b');
	expect(await call('ZADD', 'z', 'CH', 1, 'a', 3, 'b', 4, 'c')).toBe(2);
});

it('increments with INCR, or answers null where it may not', async () => {
	expect(await call('ZADD', 'z', 'INCR', '1.5', 'a')).toBe('1.5');
	expect(await call('ZADD', 'z', 'XX', 'INCR', 1, 'a')).toBe('2.5');
	expect(await call('ZADD', 'z', 'NX', 'INCR', 1, 'a')).toBeNull();
	expect(await call('ZADD', 'z', 'XX', 'INCR', 1, 'b')).toBeNull();
	expect(await call('ZADD', 'z', 'GT', 'INCR', -1, 'a')).toBeNull();
	expect(await call('ZADD', 'z', 'LT', 'INCR', -1, 'a')).toBe('1.5');
	await call('ZADD', 'z', 'inf', 'b');
	await expect(call('ZADD', 'z', 'INCR', '-inf', 'b')).rejects.toThrow(
		'ERR resulting score is not a number (NaN)',
	);
});

it('refuses options that contradict each other, and halves of pairs', async () => {
	await expect(call('ZADD', 'z', 'NX', 'XX', 1, 'a')).rejects.toThrow(
		'ERR XX and NX options at the same time are not compatible',
	);
	for (const [one, other] of [
		['GT', 'LT'],
		['GT', 'NX'],
		['NX', 'LT'],
	] as const) {
		await expect(call('ZADD', 'z', one, other, 1, 'a')).rejects.toThrow(
			'ERR GT, LT, and/or NX options at the same time are not compatible',
		);
	}
	await expect(call('ZADD', 'z', 'INCR', 1, 'a', 2, 'b')).rejects.toThrow(
		'ERR INCR option supports a single increment-element pair',
	);
	for (const words of [
		[1, 'a', 2],
		['NX', 'CH'],
		['NX', 1],
	]) {
		await expect(call('ZADD', 'z', ...words)).rejects.toThrow('ERR syntax error');
	}
});

it.each([
	'ZADD k 1 m',
	'ZINCRBY k 1 m',
	'ZREM k m',
	'ZCARD k',
	'ZSCORE k m',
	'ZMSCORE k m',
	'ZRANK k m',
	'ZREVRANK k m',
	'ZCOUNT k 0 1',
	'ZLEXCOUNT k - +',
	'ZRANGE k 0 1',
	'ZRANGE k 0 1 BYSCORE',
	'ZRANGEBYLEX k - +',
	'ZREMRANGEBYRANK k 0 1',
	'ZREMRANGEBYSCORE k 0 1',
	'ZREMRANGEBYLEX k - +',
	'ZPOPMIN k',
	'ZRANDMEMBER k',
	'ZSCAN k 0',
	'ZUNION 1 k',
	'ZINTERCARD 2 none k',
	'ZUNIONSTORE new 1 k',
])('%s refuses another type', async (line) => {
	await call('SET', 'k', 'text');
	await expect(call(...line.split(' '))).rejects.toThrow('WRONGTYPE');
	expect(await call('GET', 'k')).toBe('text');
});
