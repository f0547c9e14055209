import { describe, expect, it } from 'vitest';
import { openRaw } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();

describe.each([2, 3] as const)('in RESP%i', (protocol) => {
	const head = protocol === 3 ? '>' : '*';

	it('confirms each channel, and counts a channel once', async () => {
		await using raw = await openRaw(redis.url, protocol);
		expect(await raw.send(['SUBSCRIBE', 'a', 'b', 'a'], 90)).toBe(
			`${head}3\r\n$9\r\nsubscribe\r\n$1\r\na\r\n:1\r\n` +
				`${head}3\r\n$9\r\nsubscribe\r\n$1\r\nb\r\n:2\r\n` +
				`${head}3\r\n$9\r\nsubscribe\r\n$1\r\na\r\n:2\r\n`,
		);
		expect(await redis.call('PUBLISH', 'a', 'm')).toBe(1);
		expect(await raw.receive(30)).toBe(`${head}3\r\n$7\r\nmessage\r\n$1\r\na\r\n$1\r\nm\r\n`);
	});
});

it('leaves a RESP2 connection no other commands', async () => {
	await using raw = await openRaw(redis.url, 2);
	await raw.send(['SUBSCRIBE', 'a'], 30);
	expect(await raw.send(['GET', 'a'])).toBe(
		"-ERR Can't execute 'get': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context\r\n",
	);
	expect(await raw.send(['client', 'id'])).toMatch("-ERR Can't execute 'client|id': only");
	expect(await raw.send(['PING'])).toBe('*2\r\n$4\r\npong\r\n$0\r\n\r\n');
	expect(await raw.send(['PING', 'x'])).toBe('*2\r\n$4\r\npong\r\n$1\r\nx\r\n');
	await raw.send(['UNSUBSCRIBE'], 30);
	expect(await raw.send(['GET', 'a'])).toBe('$-1\r\n');
});

it('leaves a RESP3 connection all commands', async () => {
	await using raw = await openRaw(redis.url, 3);
	await raw.send(['SUBSCRIBE', 'a'], 30);
	expect(await raw.send(['PING'])).toBe('+PONG\r\n');
	expect(await raw.send(['GET', 'a'])).toBe('_\r\n');
});

it('happens at EXEC inside MULTI', async () => {
	await using raw = await openRaw(redis.url, 3);
	for (const words of [['MULTI'], ['SUBSCRIBE', 'a'], ['PING']]) await raw.send(words);
	expect(await redis.call('PUBLISH', 'a', 'm')).toBe(0);
	expect(await raw.send(['EXEC'], 40)).toBe('*2\r\n>3\r\n$9\r\nsubscribe\r\n$1\r\na\r\n:1\r\n+PONG\r\n');
});
