import { Writable } from 'node:stream';
import { stripeVersion } from '@infinite-blob/payment-provider/stripe-client';
import { connectRedis, type Redis } from '@infinite-blob/redis/connect';
import { type StripeDouble, startStripeDouble } from '@infinite-blob/testing/stripe/stripe-double';
import { startTestRedis } from '@infinite-blob/testing/test-redis';
import { pino } from 'pino';
import type { Config } from '../src/config.ts';
import { Observed } from './payment-fixture.ts';

/** Redis and the double of Stripe, with what a worker is to be started with. */
export interface StripeBench extends AsyncDisposable {
	stripe: StripeDouble;
	redis: Redis;
	observed: Observed;
	config(replica: string): Config;
	/** The events of one kind about an order's intent, newest last. */
	events(orderId: string, type: string): ReturnType<StripeDouble['ledger']['events']['filter']>;
	intents(orderId: string): ReturnType<StripeDouble['ledger']['intent']>[];
}

export async function startStripeBench(): Promise<StripeBench> {
	await using started = new AsyncDisposableStack();
	const server = started.use(await startTestRedis());
	const redis = started.adopt(await connectRedis(server.url, 'test'), (connection) =>
		connection.disconnect(),
	);
	const stripe = started.use(await startStripeDouble(stripeVersion));
	const running = started.move();
	const intents = (orderId: string) =>
		[...stripe.ledger.intents.values()].filter(({ metadata }) => metadata.order_id === orderId);
	return {
		stripe,
		redis,
		observed: new Observed(redis),
		config: (REPLICA) => ({
			PAYMENT_PORT: 0,
			HOST: '127.0.0.1',
			REDIS_URL: server.url,
			REPLICA,
			STRIPE_SECRET_KEY: stripe.secretKey,
			STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
			STRIPE_API_URL: stripe.url,
		}),
		events(orderId, type) {
			const { ledger } = stripe;
			const ids = new Set<string>(
				intents(orderId).flatMap(({ id, latest_charge }) => [id, latest_charge ?? id]),
			);
			for (const { id, charge } of ledger.refunds.values()) if (ids.has(charge)) ids.add(id);
			return ledger.events.filter((event) => event.type === type && ids.has(event.data.object.id));
		},
		intents,
		[Symbol.asyncDispose]: () => running.disposeAsync(),
	};
}

/** A log that is kept, everything of it. */
export function keptLog() {
	const lines: string[] = [];
	const sink = new Writable({
		write(line, _encoding, done) {
			lines.push(String(line));
			done();
		},
	});
	return { lines, logger: pino(sink) };
}
