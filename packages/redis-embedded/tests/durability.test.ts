import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, it } from 'vitest';

const ROUNDS = 20;
/** So much in a document that the log is rewritten every few rounds. */
const PADDING = 'x'.repeat(2000);
let dir: string;
let child: ChildProcess;
let url: string;

beforeEach(async () => {
	dir = await mkdtemp(join(tmpdir(), 'redis-embedded-'));
	await start();
});
afterEach(async () => {
	child.kill('SIGKILL');
	await rm(dir, { recursive: true, force: true });
});

async function start(before = ''): Promise<void> {
	const main = new URL('../src/main.ts', import.meta.url).pathname;
	const env = { ...process.env, REDIS_EMBEDDED_PORT: '0', HOST: '127.0.0.1', DATA_DIR: dir };
	child = spawn('bash', ['-c', `${before} exec node "$0"`, main], {
		env,
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const [line] = (await once(child.stdout!, 'data')) as [Buffer];
	url = /redis:\/\/\S+?(?=,|\s)/.exec(line.toString())![0];
}

async function kill(): Promise<void> {
	child.kill('SIGKILL');
	await once(child, 'exit');
}

const connect = () => new Redis(url, { retryStrategy: () => null, maxRetriesPerRequest: 0 });

async function connectOnce(use: (redis: Redis) => Promise<unknown>): Promise<void> {
	const redis = connect();
	await use(redis);
	redis.disconnect();
}

/** Runs a write for 1, 2, 3, … without waiting until the server dies; the numbers that were acknowledged. */
async function writeUntilKilled(
	from: number,
	write: (redis: Redis, n: number) => Promise<unknown>,
): Promise<number[]> {
	const redis = connect();
	redis.on('error', () => {});
	await redis.ping();
	const acknowledged: number[] = [];
	let dead = false;
	const pending: Promise<void>[] = [];
	const timer = setTimeout(() => kill().then(() => (dead = true)), 80 + Math.random() * 150);
	for (let n = from; !dead; n++) {
		pending.push(
			write(redis, n).then(
				() => void acknowledged.push(n),
				() => {},
			),
		);
		if (n % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
	}
	clearTimeout(timer);
	redis.disconnect();
	await Promise.all(pending);
	return acknowledged;
}

it('loses no acknowledged write to SIGKILL, and splits no transaction', async () => {
	const acknowledged: number[] = [];
	await connectOnce((redis) => redis.xgroup('CREATE', 'stream', 'group', '$', 'MKSTREAM'));
	for (let round = 0; round < ROUNDS; round++) {
		acknowledged.push(
			...(await writeUntilKilled(round * 1_000_000, (redis, n) => {
				const transaction = redis
					.multi()
					.set(`string:${n}`, n)
					.hset('hash', n, n)
					.sadd('set', n)
					.zadd('zset', n, n);
				const document = JSON.stringify({ n, padding: PADDING });
				const rest = [
					redis.call('JSON.SET', `json:${n % 100}`, '$', document),
					redis.call('JSON.SET', `number:${n}`, '$', n),
					redis.xadd('stream', `${n + 1}-0`, 'n', n),
					redis.xreadgroup('GROUP', 'group', 'one', 'COUNT', 1, 'STREAMS', 'stream', '>'),
				];
				return Promise.all([transaction.exec(), ...rest]);
			})),
		);
		await start();
	}
	expect(acknowledged.length).toBeGreaterThan(ROUNDS);
	const redis = connect();
	const names = acknowledged.map(String);
	const strings = await redis.mget(names.map((n) => `string:${n}`));
	const documents = await redis.call('JSON.MGET', ...names.map((n) => `number:${n}`), '$');
	const streamed = new Set((await redis.xrange('stream', '-', '+')).map(([, fields]) => fields[1]));
	const pending = await redis.xpending('stream', 'group', '-', '+', 1e6);
	expect(strings).toEqual(names);
	expect(documents).toEqual(names.map((n) => `[${n}]`));
	expect(names.filter((n) => !streamed.has(n))).toEqual([]);
	// Each acknowledged reading has made one entry pending, and none was given twice.
	expect(pending.length).toBeGreaterThanOrEqual(acknowledged.length);
	// Acknowledged or not, a transaction is there whole or not at all.
	const [hash, set, zset] = [
		await redis.hkeys('hash'),
		await redis.smembers('set'),
		await redis.zrange('zset', '0', '-1'),
	];
	expect(hash.toSorted()).toEqual(set.toSorted());
	expect(zset.toSorted()).toEqual(set.toSorted());
	expect((await redis.mget(set.map((n) => `string:${n}`))).includes(null)).toBe(false);
	redis.disconnect();
}, 90_000);

it('answers MISCONF while the disk takes no more, reads on, and has lost nothing afterwards', async () => {
	await kill();
	await start('ulimit -f 3000;');
	const acknowledged: string[] = [];
	await connectOnce(async (redis) => {
		let refused: Error | undefined;
		for (let n = 0; refused === undefined; n++) {
			const write = redis.multi().set(`string:${n}`, PADDING).hset('hash', n, n).exec();
			await write.then(
				() => acknowledged.push(String(n)),
				(cause) => (refused = cause),
			);
		}
		expect(refused.message).toMatch(/MISCONF/);
		expect(await redis.get('string:0')).toBe(PADDING);
		expect(await redis.hlen('hash')).toBe(acknowledged.length);
		await expect(redis.set('string:0', 'changed'.repeat(1000))).rejects.toThrow(/^MISCONF/);
		expect(await redis.get('string:0')).toBe(PADDING);
	});
	await kill();
	await start();
	await connectOnce(async (redis) => {
		expect((await redis.hkeys('hash')).toSorted()).toEqual(acknowledged.toSorted());
		expect(await redis.dbsize()).toBe(acknowledged.length + 1);
		expect(await redis.set('string:0', 'changed')).toBe('OK');
	});
}, 30_000);

it('keeps what is pending and what is acknowledged in consumer groups over SIGKILL', async () => {
	let redis = connect();
	await redis.xgroup('CREATE', 'events', 'workers', '$', 'MKSTREAM');
	for (let n = 1; n <= 6; n++) await redis.xadd('events', `${n}-0`, 'n', n);
	await redis.xreadgroup('GROUP', 'workers', 'one', 'COUNT', 4, 'STREAMS', 'events', '>');
	await redis.xack('events', 'workers', '2-0');
	await redis.xclaim('events', 'workers', 'two', 0, '3-0');
	await redis.xgroup('CREATE', 'events', 'gone', '0');
	await redis.xgroup('DESTROY', 'events', 'gone');
	await redis.xdel('events', '1-0');
	redis.disconnect();
	await kill();
	await start();
	redis = connect();
	const pending = (await redis.xpending('events', 'workers', '-', '+', 10)) as [
		string,
		string,
		number,
		number,
	][];
	expect(pending.map(([id, consumer, , count]) => [id, consumer, count])).toEqual([
		['1-0', 'one', 1],
		['3-0', 'two', 2],
		['4-0', 'one', 1],
	]);
	expect(await redis.xlen('events')).toBe(5);
	const [[, entries]] = (await redis.xreadgroup('GROUP', 'workers', 'two', 'STREAMS', 'events', '>')) as [
		[string, [string, string[]][]],
	];
	expect(entries.map(([id]) => id)).toEqual(['5-0', '6-0']);
	expect(await redis.xinfo('GROUPS', 'events')).toHaveLength(1);
	redis.disconnect();
}, 20_000);

it('keeps expiry, renames, deletions and indexes over SIGKILL', async () => {
	let redis = connect();
	await redis.set('short', '1', 'PX', 100);
	await redis.set('long', '1', 'EX', 1000);
	await redis.hset('old', 'f', 'v');
	await redis.rename('old', 'new');
	await redis.hset('new', 'g', 'w');
	await redis.sadd('gone', 'a');
	await redis.del('gone');
	await redis.zadd('scores', '-inf', 'low', 1e30, 'high', 0.1, 'tenth');
	await redis.set(Buffer.from([0, 255, 10]), Buffer.from([0, 128, 13]));
	await redis.call(
		'FT.CREATE',
		'docs',
		'ON',
		'JSON',
		'PREFIX',
		'1',
		'doc:',
		'SCHEMA',
		'$["é"]',
		'AS',
		'é',
		'TEXT',
	);
	await redis.call('JSON.SET', 'doc:1', '$', '{"é":"größer"}');
	redis.disconnect();
	await kill();
	await new Promise((resolve) => setTimeout(resolve, 100));
	await start();
	redis = connect();
	expect(await redis.exists('short', 'gone', 'old')).toBe(0);
	expect(await redis.ttl('long')).toBeGreaterThan(900);
	expect(await redis.hgetall('new')).toEqual({ f: 'v', g: 'w' });
	expect(await redis.zmscore('scores', 'low', 'high', 'tenth')).toEqual(['-inf', '1e+30', '0.1']);
	expect(await redis.getBuffer(Buffer.from([0, 255, 10]))).toEqual(Buffer.from([0, 128, 13]));
	const found = JSON.stringify(await redis.call('FT.SEARCH', 'docs', '@é:größer', 'NOCONTENT'));
	expect(found).toContain('doc:1');
	redis.disconnect();
}, 20_000);

it('refuses writes while it still has memory to work in, and to start again with them', async () => {
	await kill();
	await start('NODE_OPTIONS=--max-old-space-size=250');
	const redis = connect();
	let acknowledged = 0;
	let refusal: unknown;
	for (let n = 0; refusal === undefined; n += 100) {
		const writes = Array.from({ length: 100 }, (_, i) => redis.set(`key:${n + i}`, PADDING));
		const settled = await Promise.allSettled(writes);
		acknowledged += settled.filter(({ status }) => status === 'fulfilled').length;
		refusal = settled.find((each) => each.status === 'rejected')?.reason;
	}
	expect(String(refusal)).toContain('OOM command not allowed');
	expect(await redis.get('key:0')).toBe(PADDING);
	redis.disconnect();
	await kill();
	await start('NODE_OPTIONS=--max-old-space-size=250');
	await connectOnce(async (again) => {
		expect(await again.dbsize()).toBe(acknowledged);
		expect(await again.get('key:0')).toBe(PADDING);
		await again.del('key:0');
	});
}, 60_000);
