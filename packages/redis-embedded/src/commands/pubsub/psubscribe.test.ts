import { expect, it } from 'vitest';
import { openRaw } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();

it('gets the messages of every channel that matches, once for each pattern', async () => {
	await using raw = await openRaw(redis.url, 3);
	expect(await raw.send(['PSUBSCRIBE', 'a*', 'a?'], 60)).toBe(
		'>3\r\n$10\r\npsubscribe\r\n$2\r\na*\r\n:1\r\n>3\r\n$10\r\npsubscribe\r\n$2\r\na?\r\n:2\r\n',
	);
	expect(await redis.call('PUBLISH', 'abc', 'm')).toBe(1);
	expect(await raw.receive(40)).toBe('>4\r\n$8\r\npmessage\r\n$2\r\na*\r\n$3\r\nabc\r\n$1\r\nm\r\n');
	expect(await redis.call('PUBLISH', 'ab', 'm')).toBe(2);
	expect((await raw.receive(80)).match(/pmessage/g)).toHaveLength(2);
	expect(await redis.call('PUBLISH', 'b', 'm')).toBe(0);
});

it('counts channels and patterns together', async () => {
	await using raw = await openRaw(redis.url, 2);
	await raw.send(['SUBSCRIBE', 'ab'], 30);
	expect(await raw.send(['PSUBSCRIBE', 'a*'], 30)).toBe('*3\r\n$10\r\npsubscribe\r\n$2\r\na*\r\n:2\r\n');
	expect(await redis.call('PUBLISH', 'ab', 'm')).toBe(2);
	expect(await raw.receive(70)).toBe(
		'*3\r\n$7\r\nmessage\r\n$2\r\nab\r\n$1\r\nm\r\n*4\r\n$8\r\npmessage\r\n$2\r\na*\r\n$2\r\nab\r\n$1\r\nm\r\n',
	);
});
