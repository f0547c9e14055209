import type { Redis } from '@infinite-blob/redis/connect';
import type { Documents } from '@infinite-blob/redis/documents';
import { Repository, Schema } from 'redis-om';
import type { Coupon } from './domain/coupon.ts';

const prefix = 'cart:coupon';

/** One coupon, as a document: `percent` or `amount` by its kind; what has no limit lacks the field. */
const schema = new Schema(prefix, {
	code: { type: 'string' },
	kind: { type: 'string' },
	percent: { type: 'number' },
	amount: { type: 'number' },
	minimum: { type: 'number' },
	expiresAt: { type: 'number' },
	usageLimit: { type: 'number' },
	oncePerCustomer: { type: 'boolean' },
});

export class CouponRepository {
	readonly #documents: Repository;

	constructor(documents: Documents) {
		this.#documents = new Repository(schema, documents.client);
	}

	/** @param code as couponCode makes it */
	async find(code: string): Promise<Coupon | undefined> {
		const document = await this.#documents.fetch(code);
		if (document.code === undefined) return undefined;
		return { expiresAt: null, usageLimit: null, ...document } as unknown as Coupon;
	}

	/** All of them, by their codes; for whoever looks in from outside. */
	async all(redis: Redis): Promise<Coupon[]> {
		const codes = new Set<string>();
		for await (const keys of redis.scanStream({ match: `${prefix}:*`, count: 1_000 }))
			for (const key of keys as string[]) codes.add(key.slice(prefix.length + 1));
		const found = await Promise.all([...codes].sort().map((code) => this.find(code)));
		return found.filter((coupon) => coupon !== undefined);
	}

	async save(coupon: Coupon): Promise<void> {
		await this.#documents.save(coupon.code, { ...coupon });
	}
}
