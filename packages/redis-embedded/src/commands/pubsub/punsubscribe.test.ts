import { expect, it } from 'vitest';
import { openRaw } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();

it('leaves patterns, no channels', async () => {
	await using raw = await openRaw(redis.url, 2);
	expect(await raw.send(['PUNSUBSCRIBE'])).toBe('*3\r\n$12\r\npunsubscribe\r\n$-1\r\n:0\r\n');
	await raw.send(['SUBSCRIBE', 'a'], 30);
	await raw.send(['PSUBSCRIBE', 'a*', 'b*'], 60);
	expect(await raw.send(['PUNSUBSCRIBE', 'a*'], 30)).toBe('*3\r\n$12\r\npunsubscribe\r\n$2\r\na*\r\n:2\r\n');
	expect(await redis.call('PUBLISH', 'a', 'm')).toBe(1);
	await raw.receive(30);
	expect(await raw.send(['PUNSUBSCRIBE'], 30)).toBe('*3\r\n$12\r\npunsubscribe\r\n$2\r\nb*\r\n:1\r\n');
});
