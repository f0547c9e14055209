import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadCommands } from '../src/engine/command-table.ts';
import { Engine } from '../src/engine/engine.ts';
import { LogStorage } from '../src/storage/log-storage.ts';
import { MemoryStorage, type Storage } from '../src/storage/storage.ts';
import { readReply } from './search/read-reply.ts';
import { type Group, NaiveStream } from './streams/naive-stream.ts';

type Words = readonly (string | number)[];

const commands = await loadCommands();

const draws = fc.record({
	choices: fc.array(fc.nat({ max: 999 }), { minLength: 1, maxLength: 3 }),
	count: fc.integer({ min: 1, max: 4 }),
	consumer: fc.constantFrom('a', 'b', 'c'),
	idle: fc.constantFrom(0, 0, 3),
	first: fc.boolean(),
	second: fc.boolean(),
});
type Draw = typeof draws extends fc.Arbitrary<infer T> ? T : never;

/** What a step acts on: a group there is, and IDs there have been or that come next. */
type Target = Draw & { readonly group: Group; readonly ids: readonly number[]; readonly id: number };

const when = (condition: boolean, ...words: Words): Words => (condition ? words : []);

/** Commands, and what a naive stream answers them. */
const steps: Record<string, (naive: NaiveStream, target: Target) => [words: Words, expected: unknown]> = {
	wait(naive, { count }) {
		naive.now += count;
		return [['ECHO', 'later'], 'later'];
	},
	add(naive, { count, first }) {
		const id = naive.last + count;
		const words = ['XADD', 's', ...when(first, 'MAXLEN', 9), id, 'n', count];
		return [words, naive.add(id, ['n', `${count}`], first ? 9 : undefined)];
	},
	delete: (naive, { ids }) => [['XDEL', 's', ...ids], naive.delete(ids)],
	trim(naive, { first, id, count }) {
		if (first) return [['XTRIM', 's', 'MAXLEN', '=', count * 3], naive.trim(count * 3)];
		return [['XTRIM', 's', 'MINID', id >> 1], naive.trimBelow(id >> 1)];
	},
	range(naive, { ids, first, count }) {
		const [from, to] = [Math.min(...ids), Math.max(...ids)];
		const found = naive.range(from, to);
		if (first) return [['XRANGE', 's', from, to, 'COUNT', count], found.slice(0, count)];
		return [['XREVRANGE', 's', to, `(${from - 1}-18446744073709551615`], found.toReversed()];
	},
	read(naive, { id, count }) {
		const found = naive.range(id + 1, Number.POSITIVE_INFINITY).slice(0, count);
		return [['XREAD', 'COUNT', count, 'STREAMS', 's', id], found.length > 0 ? [['s', found]] : []];
	},
	setId(_naive, { group, id }) {
		group.last = id;
		return [['XGROUP', 'SETID', 's', group.name, id], 'OK'];
	},
	destroy(naive, { group }) {
		naive.groups.splice(naive.groups.indexOf(group), 1);
		return [['XGROUP', 'DESTROY', 's', group.name], 1];
	},
	dismiss: (naive, { group, consumer }) => [
		['XGROUP', 'DELCONSUMER', 's', group.name, consumer],
		naive.dismiss(group, consumer),
	],
	readNew: (naive, { group, consumer, count, first, second }) => [
		[
			'XREADGROUP',
			'GROUP',
			group.name,
			consumer,
			'COUNT',
			count,
			...when(first && second, 'NOACK'),
			'STREAMS',
			's',
			'>',
		],
		naive.readNew(group, consumer, count, first && second),
	],
	readHistory: (naive, { group, consumer, count, id }) => [
		['XREADGROUP', 'GROUP', group.name, consumer, 'COUNT', count, 'STREAMS', 's', id],
		naive.readHistory(group, consumer, id, count),
	],
	acknowledge: (naive, { group, ids }) => [['XACK', 's', group.name, ...ids], naive.acknowledge(group, ids)],
	claim: (naive, { group, consumer, idle, ids, first, second }) => [
		['XCLAIM', 's', group.name, consumer, idle, ...ids, ...when(first, 'FORCE'), ...when(second, 'JUSTID')],
		ids.flatMap((id) => naive.claim(group, consumer, idle, id, first, second)),
	],
	autoclaim: (naive, { group, consumer, idle, id, count, first }) => [
		['XAUTOCLAIM', 's', group.name, consumer, idle, id, 'COUNT', count, ...when(first, 'JUSTID')],
		naive.autoclaim(group, consumer, idle, id, count, first),
	],
	pending: (naive, { group }) => [['XPENDING', 's', group.name], naive.pendingSummary(group)],
	pendingRange: (naive, { group, idle, id, count, consumer, first }) => [
		['XPENDING', 's', group.name, ...when(idle > 0, 'IDLE', idle), id, '+', count, ...when(first, consumer)],
		naive.pendingRange(group, idle, id, count, first ? consumer : undefined),
	],
};
const step = fc.tuple(fc.constantFrom(...Object.keys(steps)), draws);
const runs = fc.array(step, { minLength: 10, maxLength: 80, size: 'max' });

/** An engine with a stream, and the same written down naively. */
class Pair {
	readonly naive = new NaiveStream();
	private engine: Engine;

	constructor(storage: Storage) {
		this.engine = this.open(storage);
	}
	open(storage: Storage): Engine {
		this.engine = new Engine(commands, storage, () => this.naive.now);
		return this.engine;
	}
	ask(words: Words): unknown {
		let received = '';
		const client = this.engine.connect({
			address: '',
			write: (data) => (received += data),
			end() {},
			destroy() {},
		});
		this.engine.handle(client, words.map(String));
		this.engine.commit();
		client.flush();
		return readReply(received);
	}
	check(words: Words, expected: unknown): void {
		expect(this.ask(words), words.join(' ')).toEqual(expected);
	}
	take(name: string, draw: Draw): void {
		const { naive } = this;
		for (const name of ['g', 'h']) {
			if (naive.groups.some((group) => group.name === name)) continue;
			this.check(['XGROUP', 'CREATE', 's', name, draw.count, 'MKSTREAM'], 'OK');
			naive.groups.push({ name, last: draw.count, pending: [], consumers: [] });
		}
		const ids = draw.choices.map((choice) => 1 + (choice % (naive.last + 1)));
		const group = naive.groups[draw.choices[0]! % 2]!;
		this.check(...steps[name]!(naive, { ...draw, ids, id: ids[0]!, group }));
	}
	/** Compares all there is to know. */
	compare(): void {
		const told = named(this.ask(['XINFO', 'STREAM', 's', 'FULL', 'COUNT', '0'])) as Described;
		expect(told).toMatchObject(this.naive.describe());
		for (const { lag, ...group } of told.groups) {
			const unread = this.naive.entries.filter(
				({ id }) => id > Number.parseInt(group['last-delivered-id'], 10),
			);
			if (lag !== null) expect(lag).toBe(unread.length);
		}
	}
}

interface Described {
	readonly groups: readonly { readonly lag: number | null; readonly 'last-delivered-id': string }[];
}

/** Names and values by turns, as an object of them. */
function named(reply: unknown): unknown {
	if (!Array.isArray(reply)) return reply;
	const items = reply.map(named);
	const isMap = ['length', 'name'].includes(reply[0]);
	return isMap
		? Object.fromEntries(items.flatMap((name, i) => (i % 2 ? [] : [[name, items[i + 1]]])))
		: items;
}

it('answers as a stream that is searched from end to end', () => {
	fc.assert(
		fc.property(runs, (run) => {
			const pair = new Pair(new MemoryStorage());
			for (const [name, draw] of run) pair.take(name, draw);
			pair.compare();
		}),
		{ numRuns: 300 },
	);
});

it('is the same after a restart', () => {
	const dir = mkdtempSync(join(tmpdir(), 'redis-embedded-'));
	let files = 0;
	fc.assert(
		fc.property(runs, runs, (before, after) => {
			const folder = join(dir, `${files++}`);
			const first = new LogStorage(folder);
			const pair = new Pair(first);
			for (const [name, draw] of before) pair.take(name, draw);
			first.close();
			const second = new LogStorage(folder);
			pair.open(second);
			pair.compare();
			for (const [name, draw] of after) pair.take(name, draw);
			pair.compare();
			second.close();
		}),
		{ numRuns: 10 },
	);
	rmSync(dir, { recursive: true });
});
