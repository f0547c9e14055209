import { expect, it } from 'vitest';
import { openRaw } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();

it('counts who is reached', async () => {
	await using one = await openRaw(redis.url, 2);
	await using other = await openRaw(redis.url, 3);
	expect(await redis.call('PUBLISH', 'a', 'm')).toBe(0);
	await one.send(['SUBSCRIBE', 'a'], 30);
	await other.send(['SUBSCRIBE', 'a'], 30);
	expect(await redis.call('PUBLISH', 'a', 'é\r\n')).toBe(2);
	const message = '3\r\n$7\r\nmessage\r\n$1\r\na\r\n$4\r\n\xc3\xa9\r\n\r\n';
	expect(await one.receive(30)).toBe(`*${message}`);
	expect(await other.receive(30)).toBe(`>${message}`);
});

it('reaches the publisher itself after the reply', async () => {
	await using raw = await openRaw(redis.url, 3);
	await raw.send(['SUBSCRIBE', 'a'], 30);
	const message = '>3\r\n$7\r\nmessage\r\n$1\r\na\r\n$1\r\nm\r\n';
	expect(await raw.send(['PUBLISH', 'a', 'm'], 30)).toBe(`:1\r\n${message}`);
	for (const words of [
		['MULTI'],
		['PUBLISH', 'a', 'm'],
		['UNSUBSCRIBE', 'b'],
		['PUBLISH', 'a', 'm'],
		['PING'],
	])
		await raw.send(words);
	expect(await raw.send(['EXEC'], 100)).toBe(
		`*4\r\n:1\r\n>3\r\n$11\r\nunsubscribe\r\n$1\r\nb\r\n:1\r\n:1\r\n+PONG\r\n${message}${message}`,
	);
});

it('tells of a transaction when it is through', async () => {
	await using raw = await openRaw(redis.url, 2);
	await raw.send(['SUBSCRIBE', 'a'], 30);
	await redis.call('MULTI');
	await redis.call('PUBLISH', 'a', 'm');
	expect(await redis.call('EXEC')).toEqual([1]);
	expect(await raw.receive(30)).toContain('message');
});
