import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '@infinite-blob/config/project-root';
import { eventually } from '@infinite-blob/testing/eventually';
import { expect, test } from 'vitest';
import { anOrder } from './an-order.ts';
import { InvoiceFixture, numbers } from './invoice-fixture.ts';

/** A Redis of its own that can be killed and started anew on its data. */
class KillableRedis implements AsyncDisposable {
	readonly #folder: string;
	#child!: ChildProcess;
	#port = '0';

	private constructor(folder: string) {
		this.#folder = folder;
	}

	static async start(): Promise<KillableRedis> {
		const redis = new KillableRedis(await mkdtemp(path.join(tmpdir(), 'invoice-redis-')));
		await redis.#start();
		return redis;
	}

	get url(): string {
		return `redis://127.0.0.1:${this.#port}`;
	}

	async restart(): Promise<void> {
		await this.#kill();
		await this.#start();
	}

	async #start(): Promise<void> {
		const main = path.join(projectRoot, 'packages/redis-embedded/src/main.ts');
		const env = {
			...process.env,
			REDIS_EMBEDDED_PORT: this.#port,
			HOST: '127.0.0.1',
			DATA_DIR: this.#folder,
		};
		this.#child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
		const [line] = (await once(this.#child.stdout!, 'data')) as [Buffer];
		this.#port = /redis:\/\/[\d.]+:(\d+)/.exec(line.toString())![1]!;
	}

	async #kill(): Promise<void> {
		const ended = once(this.#child, 'exit');
		this.#child.kill('SIGKILL');
		await ended;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.#kill();
		await rm(this.#folder, { recursive: true });
	}
}

test('Redis killed in the middle costs no invoice, no number and no gap', async () => {
	await using redis = await KillableRedis.start();
	await using shop = await InvoiceFixture.on(redis.url);
	for (const REPLICA of ['1', '2']) await shop.start({ REPLICA });

	const paidAt = Date.UTC(2037, 0, 1);
	const ids = Array.from({ length: 60 }, (_, index) => `ord_${index}`);
	for (const id of ids) await shop.pay(anOrder({ id, paidAt }));
	for (const target of [5, 20, 35]) {
		await eventually(async () => {
			expect(Number(await shop.redis.get('invoice:counter:2037'))).toBeGreaterThanOrEqual(target);
		}, 15_000);
		await redis.restart();
	}

	await eventually(async () => {
		const reports = await shop.reports<{ orderId: string }>('invoice.issued', 'ord_');
		expect(new Set(reports.map(({ orderId }) => orderId)).size).toBe(ids.length);
	}, 20_000);
	const reports = await shop.issued('ord_', ids.length);
	const pairs = new Set(reports.map(({ orderId, invoiceNumber }) => `${orderId} ${invoiceNumber}`));
	expect(pairs.size).toBe(ids.length);
	const given = [...pairs].map((pair) => pair.split(' ')[1]);
	expect(given.toSorted()).toEqual(numbers('2037-', ids.length));
	expect(await shop.files('invoices')).toEqual(ids.map((id) => `${id}.pdf`).toSorted());
}, 60_000);
