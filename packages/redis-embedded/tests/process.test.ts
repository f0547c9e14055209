import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, it } from 'vitest';

let dir: string;
beforeEach(async () => {
	dir = await mkdtemp(join(tmpdir(), 'redis-embedded-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** Runs an entry until it is ready and ends it then; what it said and its exit code. */
async function run(
	entry: string,
	env: NodeJS.ProcessEnv = {},
	args: string[] = [],
	end: NodeJS.Signals | ((url: string) => void) = 'SIGTERM',
) {
	const file = new URL(`../src/${entry}`, import.meta.url).pathname;
	const { REDIS_URL: _, ...rest } = process.env;
	const child = spawn('node', [file, ...args], {
		env: { ...rest, REDIS_EMBEDDED_PORT: '0', HOST: '127.0.0.1', DATA_DIR: dir, ...env },
	});
	let output = '';
	const ended = once(child, 'exit');
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (chunk) => {
			output += chunk;
			const [url] = /redis:\/\/[^,]+/.exec(output) ?? [];
			if (url === undefined) return;
			if (typeof end === 'string') child.kill(end);
			else end(url);
		});
	}
	const [code] = await ended;
	return { code, output };
}

it.each(['SIGTERM', 'SIGINT'] as const)(
	'says in one line that it is ready, and ends on %s',
	async (signal) => {
		const { code, output } = await run('main.ts', {}, [], signal);
		expect(output).toMatch(/^redis-embedded is ready at redis:\/\/127\.0\.0\.1:\d+, data in \S+redis\n$/);
		expect(code).toBe(0);
	},
);

it('ends on SHUTDOWN', async () => {
	const { code } = await run('main.ts', {}, [], async (url) => {
		const redis = new Redis(url, { retryStrategy: () => null, maxRetriesPerRequest: 0 });
		redis.on('error', () => {});
		await redis.set('kept', '1');
		await expect(redis.call('SHUTDOWN', 'LATER')).rejects.toThrow('syntax error');
		await redis.shutdown().catch(() => {});
	});
	expect(code).toBe(0);
	const { startRedis } = await import('../src/start-redis.ts');
	await using again = await startRedis({ dir: join(dir, 'redis') });
	const redis = new Redis(again.url);
	expect(await redis.get('kept')).toBe('1');
	redis.disconnect();
});

it('says in one line that its port is taken', async () => {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as { port: number };
	const { code, output } = await run('main.ts', { REDIS_EMBEDDED_PORT: String(port) });
	server.close();
	expect(output).toBe(
		`redis-embedded: port ${port} is taken; stop what uses it or set REDIS_EMBEDDED_PORT to another one\n`,
	);
	expect(code).toBe(1);
});

it.each([{ REDIS_EMBEDDED_PORT: 'many' }, { REDIS_EMBEDDED_SYNCHRONOUS: 'maybe' }])(
	'says in one line that %o is no setting',
	async (env) => {
		const { code, output } = await run('main.ts', env);
		expect(output).toMatch(new RegExp(`^redis-embedded: ${Object.keys(env)[0]} must be .*\n$`));
		expect(code).toBe(1);
	},
);

it('says in one line that its folder is in use', async () => {
	const { startRedis } = await import('../src/start-redis.ts');
	await using _first = await startRedis({ dir: join(dir, 'redis') });
	const { code, output } = await run('main.ts');
	expect(output).toMatch(/^redis-embedded: .*redis is in use by another process.*\n$/);
	expect(code).toBe(1);
});

it('says in one line that its file is damaged, and leaves it alone', async () => {
	await run('main.ts');
	const file = join(dir, 'redis', 'redis-000001.log');
	const damaged = Buffer.from('not a log, '.repeat(100));
	await writeFile(file, damaged);
	const { code, output } = await run('main.ts');
	expect(output).toMatch(/^redis-embedded: .*redis-000001\.log is damaged .*was left as it is.*\n$/);
	expect(code).toBe(1);
	expect(await readFile(file)).toEqual(damaged);
});

it('leaves the work to the Redis that REDIS_URL names', async () => {
	const { code, output } = await run('dev.ts', { REDIS_URL: 'redis://somewhere:6379' });
	expect(output).toBe('REDIS_URL is set: using that Redis instead of the embedded one\n');
	expect(code).toBe(0);
});

it('takes a port, a folder and a limit of memory on the command line', async () => {
	const { output } = await run('main.ts', {}, ['--port', '0', '--dir', join(dir, 'here')]);
	expect(output).toContain(`data in ${join(dir, 'here')}`);
	expect((await run('main.ts', {}, ['--maxmemory', 'much'])).output).toBe(
		'redis-embedded: REDIS_EMBEDDED_MAXMEMORY must be a number of bytes, or such as 500mb.\n',
	);
	expect(await run('main.ts', {}, ['--help'])).toMatchObject({
		code: 0,
		output: expect.stringMatching(/--maxmemory SIZE/),
	});
	expect((await run('main.ts', {}, ['--oops'])).output).toMatch(/^redis-embedded: .*--oops.*\n$/);
});
