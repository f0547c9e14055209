import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SearchIndexes } from '../search/search-indexes.ts';
import { LogStorage } from '../storage/log-storage.ts';
import { loadCommands } from './command-table.ts';
import { Engine } from './engine.ts';
import type { Keyspace } from './keyspace.ts';

/** A disk that can be made to fail in the middle of a commit. */
class FullDisk extends LogStorage {
	full = false;
	override commit(db: Keyspace, search: SearchIndexes): void {
		if (this.full) throw new Error('database or disk is full');
		super.commit(db, search);
	}
}

let dir: string;
let disk: FullDisk;
let engine: Engine;
let now = 1_000_000;
beforeEach(async () => {
	dir = mkdtempSync(join(tmpdir(), 'redis-embedded-'));
	disk = new FullDisk(dir);
	engine = new Engine(await loadCommands(), disk, () => now);
	vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
	disk.full = false;
	engine.close();
	rmSync(dir, { recursive: true });
	vi.restoreAllMocks();
});

function connect() {
	let sent = '';
	const client = engine.connect({ address: 'test', write: (data) => (sent += data), end() {}, destroy() {} });
	return {
		type(line: string) {
			engine.handle(client, line.split(' '));
			engine.awaitCommit(client);
		},
		read() {
			const received = sent;
			sent = '';
			return received;
		},
	};
}

it('lets no reply leave before the commit, not even of a read', () => {
	const [writer, reader] = [connect(), connect()];
	writer.type('SET a 1');
	reader.type('GET a');
	expect(writer.read() + reader.read()).toBe('');
	engine.commit();
	expect(writer.read()).toBe('+OK\r\n');
	expect(reader.read()).toBe('$1\r\n1\r\n');
	reader.type('GET a');
	engine.commit();
	expect(reader.read()).toBe('$1\r\n1\r\n');
});

it('answers MISCONF and keeps memory as it was when a commit fails', () => {
	const client = connect();
	for (const line of ['SET a 1', 'HSET h f v', 'XADD s 1-1 n 1', 'ZADD z 1 m', 'SADD gone x'])
		client.type(line);
	client.type('FT.CREATE i ON HASH PREFIX 1 h SCHEMA f TAG');
	engine.commit();
	client.read();
	disk.full = true;
	const writes = [
		'SET a 2',
		'SET b 1',
		'HSET h f w g x',
		'XADD s 2-1 n 2',
		'ZADD z 5 m',
		'DEL gone',
		'RENAME a c',
	];
	for (const line of writes) client.type(line);
	engine.commit();
	expect(client.read().match(/-MISCONF [^\r]*\r\n/g)).toHaveLength(writes.length);
	for (const line of ['GET a', 'EXISTS b c', 'HGETALL h', 'XLEN s', 'ZSCORE z m', 'SCARD gone'])
		client.type(line);
	client.type('FT.SEARCH i @f:{v} NOCONTENT');
	engine.commit();
	expect(client.read()).toBe(
		'$1\r\n1\r\n:0\r\n*2\r\n$1\r\nf\r\n$1\r\nv\r\n:1\r\n$1\r\n1\r\n:1\r\n*2\r\n:1\r\n$1\r\nh\r\n',
	);
});

it('drops the messages of a write that failed', () => {
	const [publisher, subscriber] = [connect(), connect()];
	subscriber.type('SUBSCRIBE news');
	engine.commit();
	subscriber.read();
	disk.full = true;
	for (const line of ['MULTI', 'SET a 1', 'PUBLISH news paid', 'EXEC']) publisher.type(line);
	engine.commit();
	expect(subscriber.read()).toBe('');
	disk.full = false;
	now += 2000;
	for (const line of ['MULTI', 'SET a 1', 'PUBLISH news paid', 'EXEC']) publisher.type(line);
	expect(subscriber.read()).toBe('');
	engine.commit();
	expect(subscriber.read()).toContain('paid');
});

it('refuses writes while the disk is full, reads on, and recovers by itself', () => {
	const client = connect();
	client.type('SET a 1 PX 500');
	engine.commit();
	client.read();
	disk.full = true;
	client.type('SET b 1');
	engine.commit();
	client.read();
	client.type('SET b 1');
	client.type('GET a');
	engine.commit();
	expect(client.read()).toMatch(/^-MISCONF .*\r\n\$1\r\n1\r\n$/);
	now += 600;
	client.type('GET a');
	engine.commit();
	expect(client.read()).toBe('$-1\r\n');
	disk.full = false;
	now += 600;
	client.type('SET b 2');
	engine.commit();
	expect(client.read()).toBe('+OK\r\n');
});

it('brings everything back from the disk after FLUSHALL could not be committed', () => {
	const client = connect();
	client.type('MSET a 1 b 2');
	engine.commit();
	disk.full = true;
	client.type('FLUSHALL');
	engine.commit();
	client.read();
	client.type('DBSIZE');
	engine.commit();
	expect(client.read()).toBe(':2\r\n');
});
