import type { SubgraphContext } from '@infinite-blob/subgraph/subgraph-context';
import type { Carts } from './carts.ts';
import type { CouponRepository } from './coupon-repository.ts';
import type { CouponUses } from './coupon-uses.ts';

export interface Context extends SubgraphContext {
	carts: Carts;
	coupons: CouponRepository;
	couponUses: CouponUses;
	/** Epoch milliseconds. */
	now: () => number;
}
