import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers all replies, errors in their places', async () => {
	await call('MULTI');
	await call('SET', 'a', 'x');
	await call('INCR', 'a');
	await call('SADD', 'a', 'm');
	await call('GET', 'a');
	const replies = (await call('EXEC')) as unknown[];
	expect(replies.map(String)).toEqual([
		'OK',
		expect.stringContaining('ERR value is not an integer or out of range'),
		expect.stringContaining('WRONGTYPE'),
		'x',
	]);
});

it('executes nothing', async () => {
	await call('MULTI');
	expect(await call('EXEC')).toEqual([]);
	await expect(call('EXEC')).rejects.toThrow('ERR EXEC without MULTI');
});

it.each([
	['an unknown command', ['NONSENSE']],
	['an unknown subcommand', ['CLIENT', 'NONSENSE']],
	['a wrong number of arguments', ['GET']],
])('executes nothing after %s', async (_, words) => {
	await call('MULTI');
	await call('SET', 'a', '1');
	await expect(call(...words)).rejects.toThrow('ERR');
	expect(await call('SET', 'b', '1')).toBe('QUEUED');
	await expect(call('EXEC')).rejects.toThrow('EXECABORT Transaction discarded because of previous errors.');
	expect(await call('EXISTS', 'a', 'b')).toBe(0);
	expect(await call('PING')).toBe('PONG');
});

it('is a discard with an argument too many', async () => {
	await call('MULTI');
	await call('SET', 'a', '1');
	await expect(call('EXEC', 'x')).rejects.toThrow(
		"EXECABORT Transaction discarded because of: wrong number of arguments for 'exec' command",
	);
	await expect(call('EXEC')).rejects.toThrow('ERR EXEC without MULTI');
});

it('does not wait where a command would', async () => {
	await call('XGROUP', 'CREATE', 's', 'g', '$', 'MKSTREAM');
	await call('MULTI');
	await call('XREAD', 'BLOCK', 0, 'STREAMS', 's', '$');
	await call('XREADGROUP', 'GROUP', 'g', 'c', 'BLOCK', 0, 'STREAMS', 's', '>');
	expect(await call('EXEC')).toEqual([null, null]);
});
