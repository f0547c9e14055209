import { expect, it } from 'vitest';
import { openRaw } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();

it('names the indexes, in RESP3 as a set', async () => {
	expect(await redis.call('FT._LIST')).toEqual([]);
	await redis.call('FT.CREATE', 'one', 'SCHEMA', 't', 'TEXT');
	await using modern = await openRaw(redis.url, 3);
	expect(await modern.send(['FT._LIST'])).toBe('~1\r\n$3\r\none\r\n');
	await redis.call('FT.CREATE', 'two', 'SCHEMA', 't', 'TEXT');
	expect((await redis.call('FT._LIST')) as string[]).toEqual(expect.arrayContaining(['one', 'two']));
});
