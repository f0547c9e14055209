import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { projectRoot } from '@infinite-blob/config/project-root';
import { connectRedis, disconnect, type Redis } from '@infinite-blob/redis/connect';
import { eventually } from '@infinite-blob/testing/eventually';
import { startTestRedis } from '@infinite-blob/testing/test-redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const catalogue = path.join(projectRoot, 'subgraphs/products/seed/catalogue.json');
/** The artworks that every shop has. */
const own = (JSON.parse(readFileSync(catalogue, 'utf8')) as unknown[]).length;
const patienceMs = 60_000;

describe('npm run seed', () => {
	const opened = new AsyncDisposableStack();
	let redis: Redis;
	let environment: NodeJS.ProcessEnv;
	beforeAll(async () => {
		const server = opened.use(await startTestRedis());
		redis = opened.adopt(await connectRedis(server.url, 'tests'), disconnect);
		environment = {
			...process.env,
			REDIS_URL: server.url,
			DATA_DIR: mkdtempSync(path.join(tmpdir(), 'ib-seed-')),
		};
	});
	afterAll(() => opened.disposeAsync());

	/** In a group of its own, so that all it started can be killed with it. */
	function start(...args: string[]): ChildProcess {
		const entry = path.join(projectRoot, 'packages/launcher/src/seed/main.ts');
		return spawn(process.execPath, [entry, ...args], { env: environment, detached: true, stdio: 'pipe' });
	}

	async function seed(...args: string[]): Promise<{ code: number; output: string }> {
		const child = start(...args);
		let output = '';
		for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
		const [code] = await once(child, 'exit');
		return { code, output };
	}

	const keys = async (pattern: string) => (await redis.keys(pattern)).length;
	const documents = () => keys('products:product:prd_*');
	const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

	it('goes on after being killed as if it had never been', { timeout: patienceMs }, async () => {
		const args = ['--products', '3000', '--orders', '700', '--seed', '7'];
		const killed = start(...args);
		await eventually(async () => {
			expect(Number(await redis.hget('products:growth', 'count'))).toBeGreaterThan(200);
		}, 20_000);
		process.kill(-(killed.pid as number), 'SIGKILL');
		await once(killed, 'exit');
		const reached = await documents();
		expect(reached).toBeLessThan(3_000 + own);

		const { code, output } = await seed(...args);
		expect([code, output]).toEqual([0, expect.stringContaining('orders: 700')]);
		expect(await documents()).toBe(3_000 + own);
		expect(await keys('products:handle:*')).toBe(3_000 + own);
		expect(await redis.xlen('products.events')).toBe(3_000 + own);
		expect(await keys('orders:order:ord_*')).toBe(700);
	});

	it('counts what was bought, tells recommendations, and sends nothing to the workers', async () => {
		const orders = await redis.keys('orders:order:ord_*');
		const read = async (found: string[], at: string) => {
			const texts = (await redis.call('JSON.MGET', ...found, at)) as string[];
			return texts.flatMap((text) => JSON.parse(text) as number[]);
		};
		const bought = await read(orders, '$.lines[*].quantity');
		const downloads = await read(await redis.keys('products:product:prd_*'), '$.downloads');
		expect(sum(downloads)).toBe(sum(bought));
		expect(new Set(await read(orders, '$.status'))).toEqual(new Set(['COMPLETED']));
		expect(await redis.exists('orders.events')).toBe(0);
		expect(await keys('recommendations:*')).toBeGreaterThan(3_000);
	});

	it('adds nothing when it is run again', { timeout: patienceMs }, async () => {
		const before = [await redis.xlen('products.events'), await documents(), await keys('orders:order:ord_*')];
		const { code } = await seed('--products', '3000', '--orders', '700', '--seed', '7');
		expect(code).toBe(0);
		expect([
			await redis.xlen('products.events'),
			await documents(),
			await keys('orders:order:ord_*'),
		]).toEqual(before);
	});

	it.each([
		['SIGKILL', null, ''],
		['SIGTERM', 130, 'The same command goes on from here.'],
	] as const)('leaves nothing running when it alone ends by %s', async (signal, code, line) => {
		const before = await documents();
		const child = start('--products', '100000', '--orders', '0', '--seed', '8');
		const output = text(child.stderr as Readable);
		await eventually(async () => expect(await documents()).toBeGreaterThan(before), 20_000);
		child.kill(signal);
		expect((await once(child, 'exit'))[0]).toBe(code);
		await eventually(() => expect(() => process.kill(-(child.pid as number), 0)).toThrow('ESRCH'));
		expect(await output).toContain(line);
	});

	it('says in a line what it cannot take', async () => {
		expect(await seed('--products', 'many')).toEqual({
			code: 1,
			output: '--products takes a whole number from 0 to 200000; "many" was given.\n',
		});
		expect((await seed('--help')).output).toContain('--orders N');
	});
});
