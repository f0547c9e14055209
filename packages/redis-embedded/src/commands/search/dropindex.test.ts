import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();

it('drops an index, with its documents if told to', async () => {
	for (const option of [[], ['DD']]) {
		await redis.call('FT.CREATE', 'idx', 'PREFIX', '1', 'a:', 'SCHEMA', 't', 'TEXT');
		await redis.call('HSET', 'a:1', 't', 'word');
		await redis.call('HSET', 'b:1', 't', 'word');
		expect(await redis.call('FT.DROPINDEX', 'idx', ...option)).toBe('OK');
		await expect(redis.call('FT.SEARCH', 'idx', '*')).rejects.toThrow('idx: no such index');
		expect(await redis.call('EXISTS', 'a:1', 'b:1')).toBe(option.length === 0 ? 2 : 1);
	}
});

it('refuses names and words that it does not know', async () => {
	await redis.call('FT.CREATE', 'idx', 'SCHEMA', 't', 'TEXT');
	await expect(redis.call('FT.DROPINDEX', 'none')).rejects.toThrow('Unknown Index name');
	await expect(redis.call('FT.DROPINDEX', 'idx', 'KEEP')).rejects.toThrow('Unknown argument');
	await expect(redis.call('FT.DROPINDEX', 'idx', 'DD', 'now')).rejects.toThrow(
		"wrong number of arguments for 'FT.DROPINDEX' command",
	);
	expect(await redis.call('FT._LIST')).toEqual(['idx']);
});
