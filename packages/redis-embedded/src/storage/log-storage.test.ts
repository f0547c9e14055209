import {
	appendFileSync,
	cpSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadCommands } from '../engine/command-table.ts';
import { Engine } from '../engine/engine.ts';
import { bulk, bulks } from '../protocol/reply.ts';
import { LogStorage } from './log-storage.ts';
import { RecordBuffer } from './record-buffer.ts';

const commands = await loadCommands();
let dir: string;
let engine: Engine | undefined;
beforeEach(() => {
	dir = mkdtempSync(path.join(tmpdir(), 'redis-embedded-'));
});
afterEach(() => {
	engine?.close();
	engine = undefined;
	rmSync(dir, { recursive: true });
	vi.restoreAllMocks();
});

/** Opens what is in the folder, and closes what was open before. */
function open() {
	engine?.close();
	engine = undefined;
	const opened = new Engine(commands, new LogStorage(dir));
	engine = opened;
	let sent = '';
	const client = opened.connect({ address: 'test', write: (data) => (sent += data), end() {}, destroy() {} });
	return (...words: string[]): string => {
		sent = '';
		opened.handle(client, words);
		opened.awaitCommit(client);
		opened.commit();
		return sent;
	};
}
const logs = () => readdirSync(dir).filter((name) => name.endsWith('.log'));
const onlyLog = () => path.join(dir, logs()[0]!);

it('keeps every type, and what was removed stays removed', () => {
	let call = open();
	call('SET', 'string', 'a\r\n\xff');
	call('HSET', 'hash', 'f', 'v', 'g', 'w');
	call('HDEL', 'hash', 'g');
	call('SADD', 'set', 'a', 'b');
	call('SREM', 'set', 'b');
	call('ZADD', 'zset', '-inf', 'low', '0.1', 'tenth');
	call('JSON.SET', 'json', '$', '{"a":[1,2]}');
	call('JSON.ARRAPPEND', 'json', '$.a', '3');
	call('XADD', 'stream', '1-1', 'n', '1');
	call('XGROUP', 'CREATE', 'stream', 'group', '0');
	call('XREADGROUP', 'GROUP', 'group', 'one', 'STREAMS', 'stream', '>');
	call('SET', 'gone', '1');
	call('DEL', 'gone');
	call('FT.CREATE', 'index', 'PREFIX', '1', 'hash', 'SCHEMA', 'f', 'TAG');
	const questions = [
		['GET', 'string'],
		['HGETALL', 'hash'],
		['SMEMBERS', 'set'],
		['ZRANGE', 'zset', '0', '-1', 'WITHSCORES'],
		['JSON.GET', 'json'],
		['XRANGE', 'stream', '-', '+'],
		['XPENDING', 'stream', 'group'],
		['FT.SEARCH', 'index', '@f:{v}'],
		['DBSIZE'],
	];
	const before = questions.map((words) => call(...words));
	expect(before.at(-1)).toBe(':6\r\n');
	call = open();
	expect(questions.map((words) => call(...words))).toEqual(before);
});

it('reads the fields of stream entries as an earlier version wrote them', () => {
	let call = open();
	call('XGROUP', 'CREATE', 'stream', 'group', '$', 'MKSTREAM');
	const record = new RecordBuffer();
	record.add(['E', '1', 'e1-1', JSON.stringify(['field', '"\xff"'])]);
	appendFileSync(onlyLog(), record.finish());
	call = open();
	expect(call('XRANGE', 'stream', '-', '+')).toBe(`*1\r\n*2\r\n${bulk('1-1')}${bulks(['field', '"\xff"'])}`);
});

it('leaves out an index that it cannot make any more, and opens the rest', () => {
	const told = vi.spyOn(console, 'error').mockImplementation(() => {});
	let call = open();
	call('SET', 'kept', '1');
	call('FT.CREATE', 'index', 'SCHEMA', 't', 'TEXT');
	const record = new RecordBuffer();
	const [kept, gone] = [
		['FT.CREATE', 'index', 'SCHEMA', 't', 'TEXT'],
		['FT.CREATE', 'gone', 'SCHEMA', 't', 'SHAPE'],
	];
	record.add(['I', JSON.stringify(gone), JSON.stringify(kept)]);
	appendFileSync(onlyLog(), record.finish());
	call = open();
	expect(call('GET', 'kept')).toBe('$1\r\n1\r\n');
	expect(call('FT._LIST')).toBe('*1\r\n$5\r\nindex\r\n');
	expect(told.mock.lastCall![0]).toMatch(/an index cannot be made any more .*"gone"/);
});

/** Everything an engine holds, by key. */
const contentsOf = ({ db }: Engine) =>
	new Map(
		[...db.entries.values()].map(({ key, value, expireAt }) => {
			const elements = [...value.names()].map((name) => [name, value.element(name)]);
			return [
				key,
				{ type: value.type, expireAt, head: value.head(), elements: new Map(elements as [string, string][]) },
			];
		}),
	);

it('holds everything at each moment of being rewritten', async () => {
	const call = open();
	const any = (count: number) => String(Math.floor(Math.random() * count));
	const key = () => `hash:${any(30)}`;
	const changes: (() => string[])[] = [
		() => ['HSET', key(), any(100), any(1000)],
		() => ['HDEL', key(), any(100)],
		() => ['DEL', key()],
		() => ['RENAME', key(), key()],
		() => ['EXPIRE', key(), '1000'],
		() => ['SET', `string:${any(30)}`, any(1000)],
		() => ['ZADD', 'zset', any(1000), any(3000)],
		() => ['ZREM', 'zset', any(3000)],
		() => ['XADD', 'stream', '*', 'n', any(1000)],
		() => ['XTRIM', 'stream', 'MAXLEN', '900'],
		() => ['XREADGROUP', 'GROUP', 'group', `consumer${any(3)}`, 'COUNT', '20', 'STREAMS', 'stream', '>'],
		() => ['XGROUP', 'DELCONSUMER', 'stream', 'group', `consumer${any(3)}`],
		() => ['JSON.SET', 'json', '$', `{"n":${any(1000)}}`],
	];
	const change = () => call(...changes[Math.floor(Math.random() * changes.length)]!());
	call('XGROUP', 'CREATE', 'stream', 'group', '0', 'MKSTREAM');
	call('FT.CREATE', 'index', 'PREFIX', '1', 'hash:', 'SCHEMA', '1', 'TAG');
	for (let i = 0; i < 6000; i++) change();
	const filler = 'x'.repeat(1_000_000);
	let rewritings = 0;
	for (let round = 0; rewritings < 3; round++) {
		while (logs().length === 1) call('SET', 'filler', `${any(1000)}${filler}`);
		call('SET', 'filler', '');
		for (let i = 0; logs().length > 1; i++) {
			change();
			if (i === 20 && round === 1) call('FLUSHALL');
			if (i % 25 === 0) {
				const copy = `${dir}-copy`;
				cpSync(dir, copy, { recursive: true });
				const copied = new Engine(commands, new LogStorage(copy));
				expect(contentsOf(copied)).toEqual(contentsOf(engine!));
				expect([...copied.search.indexes.keys()]).toEqual(['index']);
				copied.close();
				rmSync(copy, { recursive: true });
			}
			await sleep(0);
		}
		rewritings++;
	}
	const before = contentsOf(engine!);
	open();
	expect(contentsOf(engine!)).toEqual(before);
});

it('cuts off half a commit at the end, says so, and keeps it beside', () => {
	const call = open();
	call('SET', 'whole', '1');
	const { size } = statSync(onlyLog());
	call('SET', 'half', '1');
	engine!.close();
	engine = undefined;
	truncateSync(onlyLog(), size + 20);
	const said = vi.spyOn(console, 'error').mockImplementation(() => {});
	expect(open()('KEYS', '*')).toBe('*1\r\n$5\r\nwhole\r\n');
	expect(said.mock.calls).toEqual([[expect.stringMatching(/its last 20 bytes are in .*\.log\.torn now$/)]]);
	expect(statSync(`${onlyLog()}.torn`).size).toBe(20);
	expect(statSync(onlyLog()).size).toBe(size);
});

it('takes zeros at the end for what a machine without power had not written', () => {
	open()('SET', 'whole', '1');
	engine!.close();
	engine = undefined;
	appendFileSync(onlyLog(), Buffer.alloc(5000));
	vi.spyOn(console, 'error').mockImplementation(() => {});
	expect(open()('GET', 'whole')).toBe('$1\r\n1\r\n');
});

it.each([
	['a changed byte', (log: Buffer) => log.fill(log[100]! ^ 1, 100, 101)],
	['a changed length', (log: Buffer) => log.fill(0xff, 23, 24)],
	['another beginning', (log: Buffer) => log.fill('nothing')],
	['nothing', () => Buffer.alloc(0)],
])('refuses a file with %s, and leaves it as it is', (_, damage) => {
	const call = open();
	for (let i = 0; i < 10; i++) call('SET', `key${i}`, 'value');
	engine!.close();
	engine = undefined;
	const damaged = damage(readFileSync(onlyLog()));
	writeFileSync(onlyLog(), damaged);
	expect(open).toThrow(/^\S+redis-000001\.log is damaged \(.+\) and was left as it is/);
	expect(readFileSync(onlyLog())).toEqual(damaged);
});

it('refuses a folder that is in use', () => {
	open();
	expect(() => new LogStorage(dir)).toThrow(/is in use by another process/);
});
