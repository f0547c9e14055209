import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call, connect } = useRedis();

/** What EXEC answers after a command, sent by this client or another, while `key` is watched. */
async function execAfter(
	words: string[],
	by: (...words: string[]) => Promise<unknown> = call,
): Promise<unknown> {
	await call('WATCH', 'none', 'key', 'other');
	await by(...words);
	await call('MULTI');
	await call('PING');
	return call('EXEC');
}

it.each([
	'SET key 1',
	'SET key value',
	'DEL key',
	'UNLINK key',
	'APPEND key x',
	'EXPIRE key 100',
	'EXPIRE key -1',
	'GETEX key EX 100',
	'GETDEL key',
	'RENAME key new',
	'RENAME source key',
	'FLUSHALL',
	'FLUSHDB',
	'MSET a 1 other 2',
	'SADD other m',
	'XADD other * f v',
])('aborts EXEC after %s', async (line) => {
	const other = await connect();
	for (const by of [call, other]) {
		await call('FLUSHALL');
		await call('MSET', 'key', 'value', 'source', '1');
		expect(await execAfter(line.split(' '), by)).toBeNull();
	}
});

it.each([
	'GET key',
	'SET key 1 NX',
	'EXPIRE key 100 XX',
	'PERSIST key',
	'DEL none',
	'SREM set nobody',
	'SADD set m',
	'ZADD zset 1 m',
	'HDEL hash none',
	'SETNX key 1',
	'RENAMENX source key',
	'INCR set',
	'SET unwatched 1',
	'XSETID stream 5',
])('does not abort EXEC after %s', async (line) => {
	await call('MSET', 'key', 'value', 'source', '1');
	await call('SADD', 'set', 'm');
	await call('ZADD', 'zset', 1, 'm');
	await call('HSET', 'hash', 'f', 'v');
	await call('XADD', 'stream', 1, 'f', 'v');
	await call('WATCH', 'set', 'zset', 'hash', 'source', 'stream');
	expect(await execAfter([line], async () => call(...line.split(' ')).catch(() => {}))).toEqual(['PONG']);
});

it('aborts EXEC when a key has expired', async () => {
	await call('SET', 'key', '1', 'PX', 10);
	expect(await execAfter([], () => new Promise((resolve) => setTimeout(resolve, 20)))).toBeNull();
});

it('does not mind that a key had expired before', async () => {
	await call('SET', 'key', '1', 'PX', 1);
	await new Promise((resolve) => setTimeout(resolve, 5));
	expect(await execAfter(['FLUSHALL'])).toEqual(['PONG']);
});

it('watches until EXEC, aborted or not', async () => {
	expect(await execAfter(['SET', 'key', '1'])).toBeNull();
	await call('SET', 'key', '2');
	await call('MULTI');
	await call('INCR', 'key');
	expect(await call('EXEC')).toEqual([3]);
	await call('SET', 'key', '4');
	await call('MULTI');
	await call('GET', 'key');
	expect(await call('EXEC')).toEqual(['4']);
});

it('does not mind what the transaction itself changes', async () => {
	await call('WATCH', 'key');
	await call('MULTI');
	await call('SET', 'key', '1');
	await call('SET', 'key', '2');
	expect(await call('EXEC')).toEqual(['OK', 'OK']);
});

it('is not allowed inside MULTI, where it does no harm', async () => {
	await call('MULTI');
	await expect(call('WATCH', 'key')).rejects.toThrow('ERR WATCH inside MULTI is not allowed');
	await call('PING');
	expect(await call('EXEC')).toEqual(['PONG']);
});
