import { beforeEach, expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();
const alter = (...words: string[]) => redis.call('FT.ALTER', 'idx', 'SCHEMA', 'ADD', ...words);
const find = async (query: string, ...options: string[]) =>
	((await redis.call('FT.SEARCH', 'idx', query, 'NOCONTENT', ...options)) as unknown[]).slice(1);

beforeEach(async () => {
	await redis.call('FT.CREATE', 'idx', 'SCHEMA', 'a', 'TEXT');
	await redis.call('HSET', 'x', 'a', 'hello', 'b', 'world', 'n', '5');
});

it('adds fields, by which documents are found that were there before', async () => {
	expect(await find('world')).toEqual([]);
	expect(await alter('b', 'TEXT', 'WEIGHT', '2', 'n', 'AS', 'number', 'NUMERIC', 'SORTABLE')).toBe('OK');
	await expect.poll(() => find('world')).toEqual(['x']);
	await redis.call('HSET', 'y', 'a', 'hello', 'b', 'world', 'n', '3');
	expect(await find('@b:world @number:[1 9]', 'SORTBY', 'number')).toEqual(['y', 'x']);
	const info = (await redis.call('FT.INFO', 'idx')) as unknown[];
	expect(info[info.indexOf('attributes') + 1]).toHaveLength(3);
});

it('leaves out what the index has not seen yet, if told to', async () => {
	await redis.call('FT.CREATE', 'new', 'SKIPINITIALSCAN', 'SCHEMA', 'a', 'TEXT');
	await redis.call('FT.ALTER', 'new', 'SKIPINITIALSCAN', 'SCHEMA', 'ADD', 'b', 'TEXT');
	await redis.call('HSET', 'y', 'b', 'world');
	expect(await redis.call('FT.SEARCH', 'new', 'world', 'NOCONTENT')).toEqual([1, 'y']);
});

it('refuses what is no addition, and changes nothing then', async () => {
	await expect(redis.call('FT.ALTER', 'idx', 'SCHEMA', 'ADD')).rejects.toThrow(
		"wrong number of arguments for 'FT.ALTER' command",
	);
	await expect(redis.call('FT.ALTER', 'none', 'SCHEMA', 'ADD', 'b', 'TEXT')).rejects.toThrow(
		'Unknown index name',
	);
	await expect(redis.call('FT.ALTER', 'idx', 'FIELDS', 'ADD', 'b', 'TEXT')).rejects.toThrow(
		'ALTER must be followed by SCHEMA',
	);
	await expect(redis.call('FT.ALTER', 'idx', 'SCHEMA', 'DROP', 'b', 'TEXT')).rejects.toThrow(
		'Unknown action passed to ALTER SCHEMA',
	);
	await expect(alter('a', 'TAG')).rejects.toThrow('Duplicate field in schema - a');
	await expect(alter('b', 'TEXT', 'c', 'GARBAGE')).rejects.toThrow('Invalid field type for field `c`');
	expect(await find('world')).toEqual([]);
});

it('adds text fields up to the 32nd, and more where the index was made for it', async () => {
	await redis.call('FT.CREATE', 'wide', 'MAXTEXTFIELDS', 'SCHEMA', 'f0', 'TEXT');
	for (let i = 1; i < 32; i++) await alter(`f${i}`, 'TEXT');
	await expect(alter('f32', 'TEXT')).rejects.toThrow('Cannot add more fields');
	for (let i = 1; i < 40; i++) await redis.call('FT.ALTER', 'wide', 'SCHEMA', 'ADD', `f${i}`, 'TEXT');
	await redis.call('HSET', 'y', 'f39', 'far');
	expect(await redis.call('FT.SEARCH', 'wide', '@f39:far', 'NOCONTENT')).toEqual([1, 'y']);
	const many = Array.from({ length: 33 }, (_, i) => [`f${i}`, 'TEXT']).flat();
	await redis.call('FT.CREATE', 'many', 'SCHEMA', ...many);
	expect(await redis.call('FT.ALTER', 'many', 'SCHEMA', 'ADD', 'f33', 'TEXT')).toBe('OK');
});
