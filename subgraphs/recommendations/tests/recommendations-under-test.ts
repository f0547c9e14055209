import { append } from '@infinite-blob/events/append';
import { makeEvent } from '@infinite-blob/events/envelope';
import { orderPaid } from '@infinite-blob/events/orders/order-paid';
import { productArchived } from '@infinite-blob/events/products/product-archived';
import { productCreated } from '@infinite-blob/events/products/product-created';
import { productUpdated } from '@infinite-blob/events/products/product-updated';
import { money } from '@infinite-blob/money/money';
import { connectRedis, disconnect, type Redis } from '@infinite-blob/redis/connect';
import { anonymous } from '@infinite-blob/session/viewer';
import { eventually } from '@infinite-blob/testing/eventually';
import { exampleLine, exampleOrder } from '@infinite-blob/testing/order-snapshot';
import { silentLogger } from '@infinite-blob/testing/silent-logger';
import { ask, testSecret } from '@infinite-blob/testing/subgraph-client';
import { TcpProxy } from '@infinite-blob/testing/tcp-proxy';
import { startTestRedis } from '@infinite-blob/testing/test-redis';
import { changedChannel } from '../src/catalogue/changed-channel.ts';
import { startRecommendations } from '../src/start-recommendations.ts';

const day = 24 * 60 * 60 * 1000;

export interface Setup {
	replicas?: number;
	/** How often replicas look by themselves; seldom, since a message that is not lost is heard long before. */
	lookEveryMs?: number;
	/** What is in Redis before the service starts. */
	before?: (redis: Redis) => Promise<unknown>;
}

/** The recommendations service on a Redis of its own, fed by events. */
export async function recommendationsUnderTest({ replicas = 1, lookEveryMs = 60_000, before }: Setup = {}) {
	await using started = new AsyncDisposableStack();
	const redis = started.use(await startTestRedis());
	const commands = started.adopt(await connectRedis(redis.url, 'tests'), disconnect);
	await before?.(commands);
	const traffic = { said: [] as string[], isAway: false, isDeaf: false };
	const cuts = new Set<() => void>();
	const proxy = started.use(
		await TcpProxy.start(redis.url, () => {
			let isFollowing = false;
			return {
				said(data) {
					traffic.said.push(data.toString());
					isFollowing ||= data.includes(changedChannel) && /subscribe/i.test(data.toString());
				},
				answered(data, cut) {
					if (isFollowing) cuts.add(cut);
					return traffic.isAway || (isFollowing && traffic.isDeaf) ? undefined : data;
				},
			};
		}),
	);
	const start = async (stack: AsyncDisposableStack, number: number) => {
		const config = {
			RECOMMENDATIONS_PORT: 0,
			HOST: '127.0.0.1',
			REDIS_URL: `redis://127.0.0.1:${proxy.port}`,
			SERVICE_SECRET: testSecret,
			REPLICA: String(number),
		};
		const often = { lookEveryMs, readPopularEveryMs: 50 };
		return stack.use(await startRecommendations(config, silentLogger, often)).url;
	};
	const urls: string[] = [];
	for (let number = 1; number <= replicas; number++) urls.push(await start(started, number));
	const url = urls[0]!;
	const running = started.move();

	async function announce(
		kind: 'created' | 'updated' | 'archived',
		id: string,
		tags: string[],
		version: number,
		createdAt: number,
	): Promise<void> {
		const event = { created: productCreated, updated: productUpdated, archived: productArchived }[kind];
		const rest = { handle: id, name: id, description: '', price: 1, available: kind !== 'archived' };
		const product = { id, tags, version, createdAt, ...rest };
		await append(commands, 'products.events', makeEvent(event, id, { product }, 'test', Date.now()));
	}

	async function pay(orderId: string, lines: Record<string, number>, daysAgo = 0): Promise<void> {
		const paidAt = Date.now() - daysAgo * day;
		const order = exampleOrder({
			id: orderId,
			lines: Object.entries(lines).map(([productId, quantity]) =>
				exampleLine(productId, quantity, money(100, 'USD')),
			),
			paidAt,
		});
		await append(commands, 'orders.events', makeEvent(orderPaid, orderId, { order }, 'test', paidAt));
	}

	return {
		url,
		urls,
		redis: commands,
		/** What the replicas say to Redis, whether it hears them, and whether they hear of changes. */
		traffic,
		/** Kills the connections on which the replicas are told of changes. */
		killSubscriptions() {
			for (const cut of cuts) cut();
		},
		/** Breaks all connections to Redis. */
		killAll: () => proxy.cut(),
		/** Another replica. @returns its address */
		startAnother: () => start(running, urls.length + 1),
		announce,
		pay,
		/** Waits until everything told so far is known. */
		async settled(): Promise<void> {
			await eventually(async () => {
				for (const stream of ['products.events', 'orders.events']) {
					const [group] = (await commands.xinfo('GROUPS', stream)) as unknown[];
					const info = toRecord(group);
					if (info.pending !== 0 || info['last-delivered-id'] !== (await lastId(stream)))
						throw new Error(`${stream} is not yet consumed`);
				}
			});
		},
		ask: (query: string, variables: Record<string, unknown> = {}, at = url) =>
			ask(at, anonymous, query, variables),
		[Symbol.asyncDispose]: () => running.disposeAsync(),
	};

	async function lastId(stream: string): Promise<string> {
		const [last] = await commands.xrevrange(stream, '+', '-', 'COUNT', 1);
		return last?.[0] ?? '0-0';
	}
}

/** XINFO answers a flat list or an object, depending on the protocol's version. */
function toRecord(reply: unknown): Record<string, unknown> {
	if (!Array.isArray(reply)) return (reply ?? {}) as Record<string, unknown>;
	return Object.fromEntries(
		Array.from({ length: reply.length / 2 }, (_, i) => [reply[2 * i] as string, reply[2 * i + 1]]),
	);
}

export type RecommendationsUnderTest = Awaited<ReturnType<typeof recommendationsUnderTest>>;
