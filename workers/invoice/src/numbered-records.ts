import type { Redis } from '@infinite-blob/redis/connect';
import type { Decision, Transactions } from '@infinite-blob/redis/transactions';

/** A numbered kind of document. */
export interface Series {
	/** What its keys begin with. */
	keys: string;
	/** What its numbers begin with, before the year. */
	numbers: string;
}

/** The documents of a series that were issued: one for an order, numbered without a gap within each year (UTC). */
export class NumberedRecords<Issued extends { number: string; issuedAt: number }> {
	readonly #redis: Redis;
	readonly #transactions: Transactions;
	readonly #series: Series;

	constructor(redis: Redis, transactions: Transactions, series: Series) {
		this.#redis = redis;
		this.#transactions = transactions;
		this.#series = series;
	}

	/** The order's document: the one it has, or a new one with the next number of its year. */
	async issue(orderId: string, draft: Omit<Issued, 'number'>): Promise<Issued> {
		return (await this.find(orderId)) ?? (await this.#assign(orderId, draft));
	}

	async find(orderId: string): Promise<Issued | undefined> {
		return this.#read(this.#redis, orderId);
	}

	#assign(orderId: string, draft: Omit<Issued, 'number'>): Promise<Issued> {
		const year = new Date(draft.issuedAt).getUTCFullYear();
		const { keys, numbers } = this.#series;
		const counter = `${keys}:counter:${year}`;
		return this.#transactions.run(
			[this.#numberKey(orderId), counter],
			async (redis): Promise<Decision<Issued>> => {
				const existing = await this.#read(redis, orderId);
				if (existing) return { result: existing };
				const count = Number((await redis.get(counter)) ?? 0) + 1;
				const number = `${numbers}${year}-${String(count).padStart(6, '0')}`;
				const issued = { number, ...draft } as Issued;
				return {
					result: issued,
					write: (multi) =>
						multi
							.set(counter, count)
							.set(this.#numberKey(orderId), issued.number)
							.set(this.#recordKey(issued.number), JSON.stringify(issued)),
				};
			},
		);
	}

	async #read(redis: Redis, orderId: string): Promise<Issued | undefined> {
		const number = await redis.get(this.#numberKey(orderId));
		if (number === null) return undefined;
		const record = await redis.get(this.#recordKey(number));
		if (record === null) throw new Error(`${number} has no record`);
		return JSON.parse(record) as Issued;
	}

	#numberKey(orderId: string): string {
		return `${this.#series.keys}:number:${orderId}`;
	}

	#recordKey(number: string): string {
		return `${this.#series.keys}:record:${number}`;
	}
}
