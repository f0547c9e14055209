import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();

it('lists the tags that documents have', async () => {
	await redis.call('FT.CREATE', 'idx', 'SCHEMA', 't', 'TEXT', 'g', 'TAG', 'c', 'TAG', 'CASESENSITIVE');
	expect(await redis.call('FT.TAGVALS', 'idx', 'g')).toEqual([]);
	await redis.call('HSET', 'a', 'g', 'Foo, bar baz', 'c', 'Foo,foo');
	await redis.call('HSET', 'b', 'g', 'foo');
	expect((await redis.call('FT.TAGVALS', 'idx', 'g')) as string[]).toEqual(['bar baz', 'foo']);
	expect((await redis.call('FT.TAGVALS', 'idx', 'c')) as string[]).toEqual(['Foo', 'foo']);
});

it('refuses what is no tag field', async () => {
	await redis.call('FT.CREATE', 'idx', 'SCHEMA', 't', 'TEXT');
	await expect(redis.call('FT.TAGVALS', 'none', 't')).rejects.toThrow('Unknown Index name');
	await expect(redis.call('FT.TAGVALS', 'idx', 'none')).rejects.toThrow('No such field');
	await expect(redis.call('FT.TAGVALS', 'idx', 't')).rejects.toThrow('Not a tag field');
});
