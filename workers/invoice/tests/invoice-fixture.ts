import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { append } from '@infinite-blob/events/append';
import { makeEvent } from '@infinite-blob/events/envelope';
import { orderPaid } from '@infinite-blob/events/orders/order-paid';
import { orderRefunded } from '@infinite-blob/events/orders/order-refunded';
import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { connectRedis, type Redis } from '@infinite-blob/redis/connect';
import { eventually } from '@infinite-blob/testing/eventually';
import { KillableProcess } from '@infinite-blob/testing/killable-process';
import { readEvents } from '@infinite-blob/testing/read-events';
import { silentLogger } from '@infinite-blob/testing/silent-logger';
import { expect } from 'vitest';
import type { Config } from '../src/config.ts';
import { startInvoice } from '../src/start-invoice.ts';

export interface Issued {
	orderId: string;
	invoiceNumber: string;
	file: string;
	issuedAt: number;
}

export interface Credited {
	orderId: string;
	creditNoteNumber: string;
	file: string;
	issuedAt: number;
	invoice: { number: string; file: string };
}

/** Invoice workers on a Redis and a folder, and what goes in and comes out. */
export class InvoiceFixture implements AsyncDisposable {
	readonly folder: string;
	readonly redis: Redis;
	readonly #redisUrl: string;
	readonly #workers: AsyncDisposable[] = [];

	private constructor(redisUrl: string, redis: Redis, folder: string) {
		this.#redisUrl = redisUrl;
		this.redis = redis;
		this.folder = folder;
	}

	static async on(redisUrl: string): Promise<InvoiceFixture> {
		const folder = await mkdtemp(path.join(tmpdir(), 'invoices-'));
		return new InvoiceFixture(redisUrl, await connectRedis(redisUrl, 'test'), folder);
	}

	config(change: Partial<Config> = {}): Config {
		return {
			INVOICE_PORT: 0,
			HOST: '127.0.0.1',
			REDIS_URL: this.#redisUrl,
			REPLICA: '1',
			FILES_DIR: this.folder,
			SELLER_NAME: 'Infinite Blob',
			SELLER_ADDRESS: '8 Kiln Street, 1016 Claybridge',
			SELLER_EMAIL: 'hello@infinite-blob.example',
			SELLER_TAX_ID: '',
			TAX_NAME: 'VAT',
			...change,
		};
	}

	async start(change: Partial<Config> = {}): Promise<AsyncDisposable> {
		const worker = await startInvoice(this.config(change), silentLogger);
		this.#workers.push(worker);
		return worker;
	}

	/** A worker as a process of its own, to be started. @param wrap a command before its own */
	process(change: Partial<Config> = {}, wrap: string[] = []): KillableProcess {
		const settings = { ...this.config(change), LOG_LEVEL: 'warn', LOG_FORMAT: 'json' };
		return new KillableProcess(new URL('../src/main.ts', import.meta.url), settings, wrap);
	}

	pay(order: OrderSnapshot): Promise<void> {
		return this.#append(makeEvent(orderPaid, order.id, { order }, 'test', Date.now()));
	}

	refund(order: OrderSnapshot): Promise<void> {
		return this.#append(makeEvent(orderRefunded, order.id, { order }, 'test', Date.now()));
	}

	#append(event: Parameters<typeof append>[2]): Promise<void> {
		return append(this.redis, 'orders.events', event);
	}

	/** What was reported of orders whose id begins like this. */
	async reports<Report>(type: string, prefix: string): Promise<Report[]> {
		return (await readEvents(this.redis, 'orders.events'))
			.filter((event) => event.type === type && event.subject.startsWith(prefix))
			.map(({ data }): Report => data);
	}

	/** The reports of invoices, once there are at least so many. */
	issued(prefix: string, count: number): Promise<Issued[]> {
		return this.#atLeast('invoice.issued', prefix, count);
	}

	/** The reports of credit notes, once there are at least so many. */
	credited(prefix: string, count: number): Promise<Credited[]> {
		return this.#atLeast('invoice.credit_note_issued', prefix, count);
	}

	#atLeast<Report>(type: string, prefix: string, count: number): Promise<Report[]> {
		return eventually(async () => {
			const reports = await this.reports<Report>(type, prefix);
			expect(reports.length).toBeGreaterThanOrEqual(count);
			return reports;
		}, 15_000);
	}

	/** The files in a folder of the store. */
	async files(name: string): Promise<string[]> {
		return (await readdir(path.join(this.folder, name)).catch(() => [])).toSorted();
	}

	async [Symbol.asyncDispose](): Promise<void> {
		for (const worker of this.#workers) await worker[Symbol.asyncDispose]();
		this.redis.disconnect();
		await rm(this.folder, { recursive: true, force: true });
	}
}

/** Numbers as they must be after so many documents of a year. */
export function numbers(prefix: string, count: number): string[] {
	return Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(6, '0')}`);
}
