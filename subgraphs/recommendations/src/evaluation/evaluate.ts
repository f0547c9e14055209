import { connectRedis, disconnect, type Redis } from '@infinite-blob/redis/connect';
import { Transactions } from '@infinite-blob/redis/transactions';
import { startRedis } from '@infinite-blob/redis-embedded/start-redis';
import { LiveCatalogue } from '../catalogue/live-catalogue.ts';
import type { Purchase } from '../domain/tally.ts';
import { prepareGenerations } from '../generations.ts';
import { orderLesson } from '../learning/learn-orders.ts';
import { productLesson } from '../learning/learn-products.ts';
import { Learner } from '../learning/learner.ts';
import { Popular } from '../popular.ts';
import { Recommender } from '../recommender.ts';
import { holdOut } from './hold-out.ts';
import { type Measures, measure } from './measure.ts';
import { methods } from './methods.ts';
import { type HistorySize, syntheticHistory } from './synthetic-history.ts';

const batchSize = 250;

/** How it went, by the name of each method. */
export interface Evaluation {
	/** How many baskets were asked for. */
	baskets: number;
	results: [method: string, Measures][];
}

/**
 * Lets the service's own code learn a made-up history on a Redis of its own, and measures what it recommends for
 * baskets that were bought later.
 */
export async function evaluate(size: HistorySize, mostBaskets: number): Promise<Evaluation> {
	const { products, orders, topics, until } = syntheticHistory(size);
	const ids = products.map(({ id }) => id);
	const { train, baskets } = holdOut(orders, (product) => ids[product]!, mostBaskets);
	if (baskets.length === 0)
		throw new RangeError('There are too few orders: none of the later ones is a basket.');

	await using embedded = await startRedis();
	await using open = new AsyncDisposableStack();
	const redis: Redis = open.adopt(await connectRedis(embedded.url, 'evaluation'), disconnect);
	const transactions = open.use(new Transactions(redis));
	await prepareGenerations(redis);
	const learner = new Learner(redis, transactions);
	for (const batch of batches(products)) await learner.learn(productLesson(batch));
	const purchases = train.map(({ at, lines }, number): Purchase => {
		const bought = lines.map(({ product, quantity }) => ({ product: ids[product]!, quantity }));
		return { order: `ord_${number}`, paidAt: at, lines: bought };
	});
	for (const batch of batches(purchases)) await learner.learn(orderLesson(batch, until));

	// Nothing changes any more.
	const seldom = { lookEveryMs: 1e9, readEveryMs: 1e9 };
	const onError = (error: unknown) => {
		throw error;
	};
	const catalogue = open.use(await LiveCatalogue.follow({ redis, onError, ...seldom }));
	const popular = open.use(await Popular.follow({ redis, catalogue, onError, ...seldom }));
	const recommender = new Recommender(redis, catalogue, popular);
	const results: Evaluation['results'] = [];
	const topicOf = (id: string) => topics.get(id);
	for (const [name, method] of Object.entries(methods(recommender, ids, size.seed)))
		results.push([name, await measure(method, baskets, products.length, topicOf)]);
	return { baskets: baskets.length, results };
}

function* batches<T>(items: readonly T[]): Generator<T[]> {
	for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize);
}
