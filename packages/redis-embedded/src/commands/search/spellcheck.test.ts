import { beforeEach, expect, it } from 'vitest';
import { openRaw } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();
const check = (...words: string[]) => redis.call('FT.SPELLCHECK', 'idx', ...words);

beforeEach(async () => {
	await redis.call('FT.CREATE', 'idx', 'SCHEMA', 'name', 'TEXT', 'text', 'TEXT');
	await redis.call('HSET', '1', 'name', 'blue wave', 'text', 'a quiet sea');
	await redis.call('HSET', '2', 'name', 'dune', 'text', 'blue hour');
	await redis.call('HSET', '3', 'name', 'hills', 'text', 'hill');
	await redis.call('HSET', '4', 'name', 'grass');
});

it('suggests near words for those that are in no document, by the share of documents that hold them', async () => {
	expect(await check('bluee grass grasz')).toEqual([
		['TERM', 'bluee', [['0.5', 'blue']]],
		['TERM', 'grasz', [['0.25', 'grass']]],
	]);
	expect(await check('quiat')).toEqual([['TERM', 'quiat', [['0.25', 'quiet']]]]);
});

it('looks only in the field named', async () => {
	expect(await check('@name:(quiat)')).toEqual([['TERM', 'quiat', []]]);
	expect(await check('@text:(quiat)')).toEqual([['TERM', 'quiat', [['0.25', 'quiet']]]]);
});

it('goes as far as it is told; a stem is a word of its own', async () => {
	const [[, , found]] = (await check('hillz', 'DISTANCE', '2')) as [[string, string, string[][]]];
	expect(found.map(([, term]) => term).sort()).toEqual(['+hill', 'hill', 'hills']);
	await expect(check('a', 'DISTANCE', '5')).rejects.toThrow(
		'bad distance given, distance must be a natural number between 1 to 4',
	);
	await expect(check('a', 'DISTANCE')).rejects.toThrow('DISTANCE arg is given but no DISTANCE comes after');
});

it('answers maps in RESP3', async () => {
	await using modern = await openRaw(redis.url, 3);
	expect(await modern.send(['FT.SPELLCHECK', 'idx', 'bluee'])).toBe(
		'%1\r\n$7\r\nresults\r\n%1\r\n$5\r\nbluee\r\n*1\r\n%1\r\n$4\r\nblue\r\n,0.5\r\n',
	);
});

it('refuses an index that is not there', async () => {
	await expect(redis.call('FT.SPELLCHECK', 'none', 'a')).rejects.toThrow('Unknown Index name');
});
