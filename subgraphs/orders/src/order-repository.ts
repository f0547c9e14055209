import { appendTo } from '@infinite-blob/events/append';
import type { Envelope } from '@infinite-blob/events/envelope';
import type { ChainableCommander, Redis } from '@infinite-blob/redis/connect';
import type { Documents } from '@infinite-blob/redis/documents';
import { execute } from '@infinite-blob/redis/execute';
import { readJson } from '@infinite-blob/redis/json';
import { prepareIndex } from '@infinite-blob/redis/prepare-index';
import type { Transactions } from '@infinite-blob/redis/transactions';
import { Repository, Schema } from 'redis-om';
import type { Order } from './domain/order.ts';
import { isOrderId } from './domain/place.ts';
import { queueMoving } from './moving-orders.ts';
import { orderChannel } from './order-channel.ts';

const schema = new Schema('orders:order', {
	viewers: { type: 'string[]' },
	status: { type: 'string' },
	sequence: { type: 'number', sortable: true },
	updatedAt: { type: 'number', sortable: true },
});

/** The index over all orders. */
export const orderIndex = schema.indexName;

const orderKey = (id: string) => `orders:order:${id}`;
/** The order that last waited for the payment of one state of a cart, so that it is not paid for twice. */
const openKey = ({ cartId, cartVersion }: CartState) => `orders:open:${cartId}:${cartVersion}`;
/** A cart that nobody touches for so long is gone, and so is what could be placed for it. */
const cartLifetimeSeconds = 30 * 24 * 60 * 60;
/** The sequence number that was given out last. */
export const sequenceKey = 'orders:sequence';

/** A cart as it stood between two changes of it. */
export type CartState = Pick<Order, 'cartId' | 'cartVersion'>;

/** What a change comes to: the order to store, and the events that tell of it. */
export interface StoredChange {
	order: Order;
	events: readonly Envelope[];
}

/** Orders in Redis: JSON documents with an index over who may see them. */
export class OrderRepository {
	readonly #redis: Redis;
	readonly #transactions: Transactions;
	readonly #documents: Repository;
	readonly #onAnnounced: (event: Envelope) => void;

	/** @param onAnnounced gets each event after it was stored with its order */
	constructor(
		redis: Redis,
		transactions: Transactions,
		documents: Documents,
		onAnnounced: (event: Envelope) => void = () => {},
	) {
		this.#redis = redis;
		this.#transactions = transactions;
		this.#documents = new Repository(schema, documents.client);
		this.#onAnnounced = onAnnounced;
	}

	/** Makes the index, or makes it anew when the schema has changed. */
	prepare(): Promise<void> {
		return prepareIndex(this.#documents);
	}

	async find(id: string): Promise<Order | undefined> {
		if (!isOrderId(id)) return undefined;
		return readJson<Order>(this.#redis, orderKey(id));
	}

	/** The order of a sequence number, which its number for people is made of. */
	async findBySequence(sequence: number): Promise<Order | undefined> {
		const search = this.#documents.search().where('sequence').equals(sequence);
		return ((await search.return.first()) as unknown as Order | null) ?? undefined;
	}

	/** The orders of these ids, in their order; undefined where there is none. */
	async findMany(ids: readonly string[]): Promise<(Order | undefined)[]> {
		const known = ids.filter(isOrderId);
		if (known.length === 0) return ids.map(() => undefined);
		const texts = (await this.#redis.call('JSON.MGET', ...known.map(orderKey), '$')) as (string | null)[];
		const found = new Map(
			known.map((id, place) => {
				const text = texts[place];
				return [id, text ? (JSON.parse(text) as [Order])[0] : undefined];
			}),
		);
		return ids.map((id) => found.get(id));
	}

	/**
	 * The orders that a session may see, newest first.
	 *
	 * @param before only those older than this sequence number
	 */
	async listFor(sessionId: string, count: number, before?: number): Promise<Order[]> {
		const visible = this.#documents.search().where('viewers').contains(sessionId);
		const search = before === undefined ? visible : visible.and('sequence').lessThan(before);
		return (await search.sortDescending('sequence').return.page(0, count)) as unknown as Order[];
	}

	countFor(sessionId: string): Promise<number> {
		return this.#documents.search().where('viewers').contains(sessionId).return.count();
	}

	/** Those of these orders that may be announced again by now. */
	async remindersDue(ids: readonly string[], now: number): Promise<string[]> {
		const replies = (await this.#redis.call('JSON.MGET', ...ids.map(orderKey), '$.remindAt')) as (
			| string
			| null
		)[];
		return ids.filter((_, index) => {
			const [remindAt] = JSON.parse(replies[index] ?? '[]') as [number?];
			return (remindAt ?? 0) <= now;
		});
	}

	/** Orders on their way to be paid, invoiced and confirmed, as the index knows them; at most 1,000. */
	async listUnderWay(): Promise<Order[]> {
		const [first, ...others] = ['PLACED', 'PAID', 'INVOICED'] as const;
		const search = others.reduce(
			(query, status) => query.or('status').equals(status),
			this.#documents.search().where('status').equals(first),
		);
		return (await search.return.page(0, 1_000)) as unknown as Order[];
	}

	/** The order that was last placed, or put forward again, for one state of a cart. */
	async lastForCart(cart: CartState): Promise<Order | undefined> {
		return lastForCart(this.#redis, cart);
	}

	nextSequence(): Promise<number> {
		return this.#redis.incr(sequenceKey);
	}

	/** Sequence numbers for so many orders. @returns the first of them */
	async nextSequences(count: number): Promise<number> {
		return (await this.#redis.incrby(sequenceKey, count)) - count + 1;
	}

	/** Stores orders of the past that nobody is to hear of: all of them or none. */
	async addPast(orders: readonly Order[], along: (multi: ChainableCommander) => unknown): Promise<void> {
		const multi = this.#redis.multi();
		for (const order of orders) multi.call('JSON.SET', orderKey(order.id), '$', JSON.stringify(order));
		along(multi);
		await execute(multi);
	}

	/**
	 * Stores a new order with its event, unless it is there already or another order holds its cart.
	 *
	 * @param decide gets the order of this id if it exists, and the last one for this state of the cart
	 * @returns the order that now stands for this id
	 */
	create(
		id: string,
		cart: CartState,
		decide: (existing: Order | undefined, lastForCart: Order | undefined) => StoredChange | Order,
	): Promise<Order> {
		return this.#store([orderKey(id), openKey(cart)], queueOpen, async (redis) => {
			return decide(...(await Promise.all([readJson<Order>(redis, orderKey(id)), lastForCart(redis, cart)])));
		});
	}

	/**
	 * Changes an order that waits for the payment of its cart again, as `change` does.
	 *
	 * @param decide gets the last order for this state of the cart as well, which may be the order itself
	 */
	reopen(
		{ id, cartId, cartVersion }: Order,
		decide: (order: Order, lastForCart: Order | undefined) => StoredChange | undefined,
	): Promise<Order | undefined> {
		const cart = { cartId, cartVersion };
		return this.#store<Order | undefined>([orderKey(id), openKey(cart)], queueOpen, async (redis) => {
			const [order, last] = await Promise.all([
				readJson<Order>(redis, orderKey(id)),
				lastForCart(redis, cart),
			]);
			return (order && decide(order, last)) ?? order;
		});
	}

	/**
	 * Changes an order together with the events that tell of it: both happen or neither.
	 *
	 * @param decide undefined to leave the order as it is
	 * @returns the order as it stands afterwards; undefined when there is none
	 */
	async change(id: string, decide: (order: Order) => StoredChange | undefined): Promise<Order | undefined> {
		if (!isOrderId(id)) return undefined;
		return this.#store<Order | undefined>([orderKey(id)], queue, async (redis) => {
			const order = await readJson<Order>(redis, orderKey(id));
			return (order && decide(order)) ?? order;
		});
	}

	/** One transaction over the keys: stores what `decide` comes to, or nothing when that is the order as it is. */
	async #store<Stored extends Order | undefined>(
		keys: string[],
		write: (multi: ChainableCommander, change: StoredChange) => void,
		decide: (redis: Redis) => Promise<StoredChange | Stored>,
	): Promise<Order | Stored> {
		const decided = await this.#transactions.run<StoredChange | Stored>(keys, async (redis) => {
			const result = await decide(redis);
			if (!isChange(result)) return { result };
			return { result, write: (multi: ChainableCommander) => write(multi, result) };
		});
		if (!isChange(decided)) return decided;
		for (const event of decided.events) this.#onAnnounced(event);
		return decided.order;
	}
}

function isChange(decided: StoredChange | Order | undefined): decided is StoredChange {
	return decided !== undefined && 'events' in decided;
}

async function lastForCart(redis: Redis, cart: CartState): Promise<Order | undefined> {
	const id = await redis.get(openKey(cart));
	return id ? readJson<Order>(redis, orderKey(id)) : undefined;
}

function queueOpen(multi: ChainableCommander, change: StoredChange): void {
	multi.set(openKey(change.order), change.order.id, 'EX', cartLifetimeSeconds);
	queue(multi, change);
}

function queue(multi: ChainableCommander, { order, events }: StoredChange): void {
	multi.call('JSON.SET', orderKey(order.id), '$', JSON.stringify(order));
	queueMoving(multi, order);
	for (const event of events) appendTo(multi, 'orders.events', event);
	multi.publish(orderChannel(order.id), String(order.version));
}
