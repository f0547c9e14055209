// Stands in for the orders subgraph, with its schema and as many orders as are asked for: the load generator moves them
// by messages over the process's channel. Argument: the service secret. It tells its port.
import { EventEmitter, on } from 'node:events';
import { startSubgraph } from '@infinite-blob/subgraph/start-subgraph';
import { pino } from 'pino';

const [serviceSecret = '', ...productIds] = process.argv.slice(2);
const moved = new EventEmitter().setMaxListeners(0);

const money = { amount: 1200, currency: 'USD' };

/** @param at when the change happened, in epoch milliseconds: `updatedAt` tells it */
function order(id: string, moves: number, at: number) {
	const steps = ['PLACED', ...Array(moves % 4).fill('PAID')];
	return {
		__typename: 'Order',
		id,
		number: 'IB-000001',
		status: steps.at(-1),
		lines: [0, 1].map((place) => ({
			id: `line-${place}`,
			name: `Artwork ${place}`,
			quantity: 1,
			unitPrice: money,
			total: money,
			product: { id: productIds[(id.length + place) % productIds.length] },
		})),
		timeline: steps.map((status) => ({ status, at })),
		total: money,
		placedAt: at,
		updatedAt: at,
	};
}

/** No generator: one that waits for an event cannot be ended. */
function watch(id: string): AsyncIterableIterator<unknown> {
	const moves = on(moved, id);
	let count = -1;
	return {
		async next() {
			count++;
			if (count === 0) return { done: false, value: order(id, 0, Date.now()) };
			const step = await moves.next();
			return step.done ? step : { done: false, value: order(id, count, step.value[0]) };
		},
		return: async () => {
			await moves.return?.();
			return { done: true, value: undefined };
		},
		[Symbol.asyncIterator]() {
			return this;
		},
	};
}

const service = await startSubgraph({
	name: 'orders',
	host: '127.0.0.1',
	port: 0,
	logger: pino({ level: 'silent' }),
	serviceSecret,
	schema: new URL('../../../../../subgraphs/orders/schema.graphql', import.meta.url),
	resolvers: {
		Subscription: {
			orderStatusChanged: {
				subscribe: (_: unknown, { orderId }: { orderId: string }) => watch(orderId),
				resolve: (given: unknown) => given,
			},
		},
	},
	context: (context) => context,
	subscriptions: true,
});
process.on('message', (id: string) => moved.emit(id, Date.now()));
process.on('disconnect', () => process.exit(0));
process.send?.({ port: service.port });
