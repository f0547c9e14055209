import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { append } from '@infinite-blob/events/append';
import { type Envelope, makeEvent } from '@infinite-blob/events/envelope';
import { orderCancelled } from '@infinite-blob/events/orders/order-cancelled';
import { orderCredited } from '@infinite-blob/events/orders/order-credited';
import { orderDeclined } from '@infinite-blob/events/orders/order-declined';
import { orderInvoiced } from '@infinite-blob/events/orders/order-invoiced';
import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { diskStore } from '@infinite-blob/files/disk-store';
import { connectRedis, type Redis } from '@infinite-blob/redis/connect';
import type { Logger } from '@infinite-blob/service/logger';
import { eventually } from '@infinite-blob/testing/eventually';
import { readEvents } from '@infinite-blob/testing/read-events';
import { silentLogger } from '@infinite-blob/testing/silent-logger';
import { testSecret } from '@infinite-blob/testing/subgraph-client';
import { startTestRedis } from '@infinite-blob/testing/test-redis';
import { expect } from 'vitest';
import type { EmailPatience } from '../src/email-patience.ts';
import { startEmail } from '../src/start-email.ts';

export const pdf = Buffer.from('%PDF-1.7 a document');

/** What the mail worker lives on: Redis, a file store, and events of orders. */
export interface EmailShop extends AsyncDisposable {
	redis: Redis;
	/** The environment of a worker's process. */
	environment: (smtpUrl: string, replica?: string) => Record<string, string>;
	/** Starts a worker in this process. */
	start: (smtpUrl: string, options?: WorkerOptions) => Promise<AsyncDisposable>;
	invoiced: (order: OrderSnapshot, times?: number) => Promise<void>;
	declined: (order: OrderSnapshot, reason?: string) => Promise<void>;
	cancelled: (order: OrderSnapshot) => Promise<void>;
	credited: (order: OrderSnapshot) => Promise<void>;
	/** The events of an order and type, once there are so many. */
	seen: (orderId: string, type: string, count?: number) => Promise<Envelope[]>;
	/** Once every event is acknowledged, or dead. */
	settled: () => Promise<void>;
}

interface WorkerOptions {
	replica?: string;
	patience?: EmailPatience;
	logger?: Logger;
}

export async function startEmailShop(): Promise<EmailShop> {
	await using started = new AsyncDisposableStack();
	const server = started.use(await startTestRedis());
	const redis = started.adopt(await connectRedis(server.url, 'test'), (connection) =>
		connection.disconnect(),
	);
	const folder = started.adopt(await mkdtemp(path.join(tmpdir(), 'email-')), (name) =>
		rm(name, { recursive: true }),
	);
	const settings = {
		HOST: '127.0.0.1',
		REDIS_URL: server.url,
		FILES_DIR: folder,
		LINK_SECRET: testSecret,
		PUBLIC_STOREFRONT_URL: 'https://shop.example',
		MAIL_FROM: 'Infinite Blob <orders@shop.example>',
	};
	const publish = async (event: Envelope) => append(redis, 'orders.events', event);
	const document = async (number: string) => {
		const file = `documents/${number}.pdf`;
		await diskStore(folder).put(file, pdf);
		return { number, file };
	};
	const running = started.move();
	return {
		redis,
		environment: (smtpUrl, replica = '1') => ({
			...settings,
			SMTP_URL: smtpUrl,
			REPLICA: replica,
			EMAIL_PORT: '0',
		}),
		start: (smtpUrl, { replica = '1', patience, logger = silentLogger } = {}) =>
			startEmail({ ...settings, SMTP_URL: smtpUrl, REPLICA: replica, EMAIL_PORT: 0 }, logger, patience),
		async invoiced(order, times = 1) {
			const data = { order, invoice: await document('2026-000042') };
			for (let i = 0; i < times; i++)
				await publish(makeEvent(orderInvoiced, order.id, data, 'test', Date.now()));
		},
		async declined(order, reason = 'Your card has expired. Try another card.') {
			const data = { order, declineCode: 'expired_card', reason };
			await publish(makeEvent(orderDeclined, order.id, data, 'test', Date.now()));
		},
		async cancelled(order) {
			await publish(makeEvent(orderCancelled, order.id, { order }, 'test', Date.now()));
		},
		async credited(order) {
			const [invoice, creditNote] = [await document('2026-000042'), await document('CN-2026-000007')];
			await publish(makeEvent(orderCredited, order.id, { order, invoice, creditNote }, 'test', Date.now()));
		},
		seen: (orderId, type, count = 1) =>
			eventually(async () => {
				const events = (await readEvents(redis, 'orders.events')).filter(
					(event) => event.subject === orderId && event.type === type,
				);
				expect(events.length).toBeGreaterThanOrEqual(count);
				return events;
			}, 15_000),
		settled: () =>
			eventually(async () => {
				const [group] = (await redis.xinfo('GROUPS', 'orders.events')) as (string | number)[][];
				const field = (name: string) => group![group!.indexOf(name) + 1];
				expect([field('pending'), field('lag')]).toEqual([0, 0]);
			}, 15_000),
		[Symbol.asyncDispose]: () => running.disposeAsync(),
	};
}
