import { expect, it } from 'vitest';
import { openRaw } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();

it('forgets all but the library that a connection told of itself', async () => {
	await using raw = await openRaw(redis.url, 3);
	await raw.send(['CLIENT', 'SETNAME', 'me']);
	await raw.send(['CLIENT', 'SETINFO', 'LIB-NAME', 'lib']);
	await raw.send(['SUBSCRIBE', 'a']);
	await raw.send(['WATCH', 'key']);
	await redis.call('SET', 'key', '1');
	await raw.send(['MULTI']);
	await raw.send(['PING']);
	expect(await raw.send(['RESET'])).toBe('+RESET\r\n');
	expect(await raw.send(['EXEC'])).toBe('-ERR EXEC without MULTI\r\n');
	expect(await raw.send(['CLIENT', 'INFO'], 100)).toMatch(
		/^\$.* name= .* flags=N .* sub=0 .* multi=-1 watch=0 .* resp=2 lib-name=lib /s,
	);
	expect(await redis.call('PUBLISH', 'a', 'm')).toBe(0);
});

it('is allowed to a subscriber', async () => {
	await using raw = await openRaw(redis.url, 2);
	await raw.send(['PSUBSCRIBE', '*']);
	expect(await raw.send(['RESET'])).toBe('+RESET\r\n');
	expect(await raw.send(['PING'])).toBe('+PONG\r\n');
});
