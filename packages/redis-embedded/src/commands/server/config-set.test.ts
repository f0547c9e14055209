import { afterEach, expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call, connect } = useRedis();
const OOM = "OOM command not allowed when used memory > 'maxmemory'.";
afterEach(() => call('CONFIG', 'SET', 'maxmemory', 0, 'stream-node-max-entries', 100));

it('reads sizes as Redis writes them', async () => {
	for (const [text, bytes] of [
		['100', '100'],
		['2k', '2000'],
		['2kb', '2048'],
		['3MB', '3145728'],
		['1g', '1000000000'],
	] as const) {
		expect(await call('CONFIG', 'SET', 'maxmemory', text)).toBe('OK');
		expect(await call('CONFIG', 'GET', 'maxmemory')).toEqual(['maxmemory', bytes]);
	}
	await expect(call('CONFIG', 'SET', 'maxmemory', 'much')).rejects.toThrow(
		"CONFIG SET failed (possibly related to argument 'maxmemory') - argument must be a memory value",
	);
	await expect(call('CONFIG', 'SET', 'nothing', '1')).rejects.toThrow(
		"Unknown option or number of arguments for CONFIG SET - 'nothing'",
	);
});

it('refuses writes above maxmemory, but not what takes away', async () => {
	await call('SET', 'a', 1);
	await call('SET', 'b', 1);
	await call('HSET', 'h', 'f', 1);
	await call('CONFIG', 'SET', 'maxmemory', 1);
	for (const words of [
		['SET', 'a', 2],
		['HSET', 'h', 'g', 1],
		['XADD', 's', '*', 'f', 1],
		['JSON.SET', 'j', '$', '1'],
	]) {
		await expect(call(...words)).rejects.toThrow(OOM);
	}
	expect(await call('GET', 'a')).toBe('1');
	expect(await call('DEL', 'a')).toBe(1);
	expect(await call('EXPIRE', 'b', 100)).toBe(1);
	expect(await call('HDEL', 'h', 'f')).toBe(1);
	await call('CONFIG', 'SET', 'maxmemory', 0);
	expect(await call('SET', 'a', 2)).toBe('OK');
});

it('aborts a transaction that would write above maxmemory', async () => {
	const other = await connect();
	await call('MULTI');
	await call('SET', 'a', 1);
	await other('CONFIG', 'SET', 'maxmemory', 1);
	await expect(call('EXEC')).rejects.toThrow(`EXECABORT Transaction discarded because of: ${OOM}`);
	await call('MULTI');
	await expect(call('SET', 'a', 1)).rejects.toThrow(OOM);
	await expect(call('EXEC')).rejects.toThrow('EXECABORT Transaction discarded because of previous errors.');
	expect(await call('EXISTS', 'a')).toBe(0);
});

it('queues nothing above maxmemory, whatever it is', async () => {
	await call('CONFIG', 'SET', 'maxmemory', 1);
	await call('MULTI');
	await expect(call('GET', 'a')).rejects.toThrow(OOM);
	await expect(call('DEL', 'a')).rejects.toThrow(OOM);
	expect(await call('DISCARD')).toBe('OK');
	expect(await call('GET', 'a')).toBeNull();
});

it('takes all values or none', async () => {
	await expect(call('CONFIG', 'SET', 'maxmemory', '9mb', 'stream-node-max-entries', 'some')).rejects.toThrow(
		"CONFIG SET failed (possibly related to argument 'stream-node-max-entries') - argument couldn't be parsed into an integer",
	);
	await expect(call('CONFIG', 'SET', 'maxmemory', '9mb', 'MAXMEMORY', '8mb')).rejects.toThrow(
		"CONFIG SET failed (possibly related to argument 'MAXMEMORY') - duplicate parameter",
	);
	expect(await call('CONFIG', 'GET', 'maxmemory')).toEqual(['maxmemory', '0']);
});

it('sets how many entries a node of a stream holds', async () => {
	await call('CONFIG', 'SET', 'stream-node-max-entries', 10);
	for (let i = 0; i < 25; i++) await call('XADD', 's', '*', 'f', i);
	expect(await call('XTRIM', 's', 'MAXLEN', '~', 12)).toBe(10);
	await call('CONFIG', 'SET', 'stream-node-max-entries', 1);
	for (let i = 0; i < 103; i++) await call('XADD', 'u', '*', 'f', i);
	expect(await call('XTRIM', 'u', 'MAXLEN', '~', 1)).toBe(100);
	await call('CONFIG', 'SET', 'stream-node-max-entries', 0);
	for (let i = 0; i < 110; i++) await call('XADD', 't', '*', 'f', i);
	expect(await call('XTRIM', 't', 'MAXLEN', '~', 12)).toBe(0);
});

it.each(['nonsense', 'constructor', '__proto__'])('knows no setting %s', async (name) => {
	await expect(call('CONFIG', 'SET', name, '1')).rejects.toThrow(
		`ERR Unknown option or number of arguments for CONFIG SET - '${name}'`,
	);
});
