import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadCommands } from '../src/engine/command-table.ts';
import { Engine } from '../src/engine/engine.ts';
import type { Keyspace } from '../src/engine/keyspace.ts';
import type { SearchIndexes } from '../src/search/search-indexes.ts';
import { LogStorage } from '../src/storage/log-storage.ts';
import { readReply } from './search/read-reply.ts';

/** A disk that can be made to fail in the middle of a commit. */
class FullDisk extends LogStorage {
	full = false;
	override commit(db: Keyspace, search: SearchIndexes): void {
		if (this.full) throw new Error('database or disk is full');
		super.commit(db, search);
	}
}

const commands = await loadCommands();
let dir: string;
let disk: FullDisk;
let engine: Engine;
let now = 1_000_000;
beforeEach(() => {
	dir = mkdtempSync(join(tmpdir(), 'redis-embedded-'));
	vi.spyOn(console, 'error').mockImplementation(() => {});
	start();
	create('idx');
	for (let i = 0; i < 1500; i += 100) {
		commit(...Array.from({ length: 100 }, (_, j) => ['JSON.SET', `p:${i + j}`, '$', document(i + j)]));
	}
});
afterEach(() => {
	disk.full = false;
	engine.close();
	rmSync(dir, { recursive: true });
	vi.restoreAllMocks();
});

function start(): void {
	disk = new FullDisk(dir);
	engine = new Engine(commands, disk, () => now);
}
/** Executes commands in one transaction of the disk. @returns their replies */
function commit(...batch: readonly string[][]): unknown[] {
	const received: string[] = [];
	const client = engine.connect({
		address: '',
		write: (data) => received.push(data),
		end() {},
		destroy() {},
	});
	for (const args of batch) engine.handle(client, args);
	engine.awaitCommit(client);
	engine.commit();
	engine.disconnect(client);
	return readReply(`*${batch.length}\r\n${received.join('')}`) as unknown[];
}
const creating = (name: string): string[] => [
	...['FT.CREATE', name, 'ON', 'JSON', 'PREFIX', '1', 'p:', 'STOPWORDS', '0', 'SCHEMA'],
	...['$.n', 'AS', 'n', 'NUMERIC', 'SORTABLE', '$.name', 'AS', 'name', 'TEXT', 'SORTABLE'],
	...['$.also', 'AS', 'also', 'TEXT'],
	...['$.tags', 'AS', 'tags', 'TAG', 'SEPARATOR', ',', 'CASESENSITIVE'],
];
const create = (name: string) => commit(creating(name));
const document = (i: number): string =>
	JSON.stringify({
		n: i,
		name: `word${i % 7} word${i % 11}`,
		also: `word${i % 4}`,
		tags: `t${i % 3},t${i % 5}`,
	});

/** What an index says to all kinds of questions. */
const answers = (name: string) =>
	commit(
		['FT.SEARCH', name, '*', 'SORTBY', 'n', 'ASC', 'NOCONTENT', 'LIMIT', '0', '2000'],
		['FT.SEARCH', name, '@name:(word3|word1*)', 'SORTBY', 'n', 'DESC', 'NOCONTENT', 'WITHSCORES'],
		['FT.SEARCH', name, '@tags:{t1} @n:[100 900]', 'SORTBY', 'name', 'LIMIT', '0', '0', 'DIALECT', '2'],
		[
			...['FT.AGGREGATE', name, '@n:[(3 +inf]', 'APPLY', "split(@tags, ',')", 'AS', 'tag'],
			...['GROUPBY', '1', '@tag', 'REDUCE', 'COUNT', '0', 'AS', 'count', 'SORTBY', '2', '@tag', 'ASC'],
		],
		['FT.SPELLCHECK', name, 'wurd3'],
	);
/** Expects the index to say what one would that is made now. @returns how many documents there are */
function expectCurrent(): number {
	const said = answers('idx');
	create('fresh');
	expect(said).toEqual(answers('fresh'));
	commit(['FT.DROPINDEX', 'fresh']);
	return (said[0] as number[])[0]!;
}

it('follows single fields, whole documents, deletions and expiry', () => {
	commit(['JSON.NUMINCRBY', 'p:7', '$.n', '5000'], ['JSON.SET', 'p:8', '$.name', '"word3 new"']);
	commit(['DEL', 'p:9'], ['JSON.SET', 'p:9', '$', document(77)], ['RENAME', 'p:10', 'p:11']);
	commit(['PEXPIRE', 'p:12', '10'], ['SET', 'p:13', 'text'], ['JSON.SET', 'p:14', '$.n', '"none"']);
	now += 100;
	expect(expectCurrent()).toBe(1496);
});

it('answers as before after many other queries, and anew after each change', () => {
	const ask = (i: number) => {
		const query = `(@name:(word${i % 7}|word${i % 11}*) @n:[${i} ${i + 400}]) | @tags:{t${i % 5}} -@n:[${i * 3} inf]`;
		const facets = [
			'APPLY',
			"split(@tags, ',')",
			'AS',
			'tag',
			'GROUPBY',
			'1',
			'@tag',
			'REDUCE',
			'COUNT',
			'0',
		];
		return commit(
			['FT.SEARCH', 'idx', query, 'NOCONTENT', 'WITHSCORES', 'LIMIT', '0', '500', 'DIALECT', '2'],
			['FT.SEARCH', 'idx', query, 'NOCONTENT', 'SORTBY', 'n', 'DESC', 'LIMIT', '3', '50', 'DIALECT', '2'],
			['FT.AGGREGATE', 'idx', query, ...facets, 'SORTBY', '2', '@tag', 'ASC', 'DIALECT', '2'],
			['FT.SPELLCHECK', 'idx', `wurd${i % 11}`],
		);
	};
	const before = Array.from({ length: 300 }, (_, i) => ask(i));
	for (const i of [299, 0, 298, 150, 1, 299]) expect(ask(i)).toEqual(before[i]);
	for (let i = 0; i < 100; i++) {
		ask(i);
		commit(['JSON.NUMINCRBY', `p:${i}`, '$.n', '5000']);
		expect(ask(i)).not.toEqual(before[i]);
		commit(['JSON.NUMINCRBY', `p:${i}`, '$.n', '-5000'], ['JSON.SET', `p:${i}`, '$.also', '"word3 word9"']);
	}
	expectCurrent();
});

it('ends with FLUSHALL, and takes what is written before it comes again in the same transaction', () => {
	commit(['FLUSHALL']);
	expect(engine.search.indexes.size).toBe(0);
	commit(
		['JSON.SET', 'p:1', '$', document(1)],
		['FLUSHALL'],
		['JSON.SET', 'p:2', '$', document(2)],
		creating('idx'),
	);
	expect(expectCurrent()).toBe(1);
});

it('follows the deletion of most documents at once, and keeps the others in order', () => {
	const keys = Array.from({ length: 1200 }, (_, i) => `p:${i}`);
	commit(['JSON.SET', 'p:1300', '$', document(1300)]);
	commit(['DEL', ...keys], ['JSON.SET', 'p:1250', '$.n', '1']);
	expect(expectCurrent()).toBe(300);
	const [last] = commit([
		'FT.SEARCH',
		'idx',
		'@n:[0 inf]',
		'SCORER',
		'DOCSCORE',
		'NOCONTENT',
		'LIMIT',
		'298',
		'2',
	]) as unknown[][];
	expect(last).toEqual([300, 'p:1300', 'p:1250']);
});

it('says at once that most documents are gone', () => {
	const keys = Array.from({ length: 1200 }, (_, i) => `p:${i}`);
	const [, found] = commit(['DEL', ...keys], ['FT.SEARCH', 'idx', '*', 'LIMIT', '0', '0']);
	expect(found).toEqual([300]);
	now += 1;
	commit(
		...keys.map((key) => ['JSON.SET', key, '$', '{"n":1}']),
		...keys.map((key) => ['PEXPIRE', key, '5']),
	);
	now += 10;
	expect(commit(['FT.SEARCH', 'idx', '*', 'LIMIT', '0', '0'])).toEqual([[300]]);
});

it('puts last what was written last in the same transaction', () => {
	commit(
		['JSON.SET', 'p:first', '$', '{"n":-1}'],
		['JSON.SET', 'p:second', '$', '{"n":-1}'],
		['JSON.SET', 'p:first', '$.n', '-2'],
	);
	expect(commit(['FT.SEARCH', 'idx', '@n:[-inf (0]', 'NOCONTENT'])).toEqual([[2, 'p:second', 'p:first']]);
});

it('tells words that look like stems from stems', () => {
	const texts = { 'p:word': '\\+run', 'p:stem': 'running' };
	for (const [key, name] of Object.entries(texts)) commit(['JSON.SET', key, '$', JSON.stringify({ name })]);
	commit(['DEL', 'p:stem']);
	expect(commit(['FT.SEARCH', 'idx', '\\+run', 'NOCONTENT'])).toEqual([[1, 'p:word']]);
	commit(['DEL', 'p:word']);
	commit(['JSON.SET', 'p:word', '$', JSON.stringify({ name: '\\+run' })]);
	commit(['JSON.SET', 'p:stem', '$', JSON.stringify({ name: 'running' })]);
	commit(['DEL', 'p:word']);
	expect(commit(['FT.SEARCH', 'idx', 'runs', 'NOCONTENT'])).toEqual([[1, 'p:stem']]);
	expect(expectCurrent()).toBe(1501);
});

it('leaves what was there before it alone, be it written in the same transaction', () => {
	const skipping = ['FT.CREATE', 'later', 'ON', 'JSON', 'SKIPINITIALSCAN', 'SCHEMA', '$.n', 'NUMERIC'];
	const [, , found] = commit(['JSON.SET', 'p:new', '$', '{}'], skipping, ['FT.SEARCH', 'later', '*']);
	expect(found).toEqual([0]);
});

it('is as before when a transaction could not be committed', () => {
	const before = answers('idx');
	disk.full = true;
	const writes = [
		['DEL', 'p:1'],
		['JSON.SET', 'p:2', '$', document(9)],
		['JSON.NUMINCRBY', 'p:3', '$.n', '7'],
	];
	const [, , , , executed] = commit(['MULTI'], ...writes, ['EXEC']);
	expect(String(executed)).toMatch(/^-MISCONF/);
	expect(answers('idx')).toEqual(before);
	commit(['FLUSHALL']);
	expect(answers('idx')).toEqual(before);
	disk.full = false;
	now += 2000;
	commit(['DEL', 'p:1']);
	expect(expectCurrent()).toBe(1499);
});

it('keeps what takes the place of something that expired while nothing could be committed', () => {
	commit(['SET', 'k', '7'], ['PEXPIRE', 'k', '700'], ['HSET', 'h', 'f', '7'], ['PEXPIRE', 'h', '700']);
	disk.full = true;
	expect(String(commit(['SET', 'other', 'x'])[0])).toMatch(/^-MISCONF/);
	disk.full = false;
	now += 2000;
	expect(commit(['INCR', 'k'], ['HINCRBY', 'h', 'f', '1'])).toEqual([1, 1]);
	engine.expire();
	expect(commit(['GET', 'k'], ['HGET', 'h', 'f'])).toEqual(['1', '1']);
	engine.close();
	start();
	expect(commit(['GET', 'k'], ['TTL', 'k'], ['HGET', 'h', 'f'])).toEqual(['1', -1, '1']);
});

it('says the same after a start, by fields that were added as well', () => {
	commit(['JSON.NUMINCRBY', 'p:7', '$.n', '5000'], ['DEL', 'p:9']);
	commit(['FT.ALTER', 'idx', 'SCHEMA', 'ADD', '$.also', 'AS', 'later', 'TAG']);
	const later = () => commit(['FT.SEARCH', 'idx', '@later:{word3}', 'LIMIT', '0', '0'])[0];
	expect(later()).toEqual([375]);
	const before = answers('idx');
	engine.close();
	start();
	expect(answers('idx')).toEqual(before);
	expect(later()).toEqual([375]);
	commit(['FT.DROPINDEX', 'idx', 'DD']);
	expect(commit(['DBSIZE'])).toEqual([0]);
});
