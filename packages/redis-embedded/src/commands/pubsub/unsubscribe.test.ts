import { expect, it } from 'vitest';
import { openRaw } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();

it('confirms what it left, whether or not it was there', async () => {
	await using raw = await openRaw(redis.url, 2);
	expect(await raw.send(['UNSUBSCRIBE'])).toBe('*3\r\n$11\r\nunsubscribe\r\n$-1\r\n:0\r\n');
	await raw.send(['SUBSCRIBE', 'a', 'b'], 60);
	expect(await raw.send(['UNSUBSCRIBE', 'x', 'a'], 60)).toBe(
		'*3\r\n$11\r\nunsubscribe\r\n$1\r\nx\r\n:2\r\n*3\r\n$11\r\nunsubscribe\r\n$1\r\na\r\n:1\r\n',
	);
	expect(await redis.call('PUBLISH', 'a', 'm')).toBe(0);
});

it('leaves all channels, no patterns', async () => {
	await using raw = await openRaw(redis.url, 3);
	await raw.send(['SUBSCRIBE', 'a', 'b'], 60);
	await raw.send(['PSUBSCRIBE', '*'], 30);
	expect((await raw.send(['UNSUBSCRIBE'], 60)).match(/:\d/g)).toEqual([':2', ':1']);
	expect(await raw.send(['UNSUBSCRIBE'])).toBe('>3\r\n$11\r\nunsubscribe\r\n_\r\n:1\r\n');
	expect(await redis.call('PUBLISH', 'a', 'm')).toBe(1);
});
