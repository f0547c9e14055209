import type { Redis } from '@infinite-blob/redis/connect';
import type { CouponRepository } from './coupon-repository.ts';
import type { Coupon } from './domain/coupon.ts';

const unlimited = { expiresAt: null, usageLimit: null };

const coupons: Coupon[] = [
	{ ...unlimited, code: 'WELCOME10', kind: 'percentage', percent: 10, minimum: 0, oncePerCustomer: true },
	{ ...unlimited, code: 'BLOB5', kind: 'fixed', amount: 500, minimum: 3000, oncePerCustomer: false },
];

/** The coupons of a new shop, at its first start alone: one that was taken away since does not come back. */
export async function seedCoupons(redis: Redis, repository: CouponRepository): Promise<void> {
	const marker = 'cart:seeded';
	if (await redis.exists(marker)) return;
	for (const coupon of coupons) await repository.save(coupon);
	await redis.set(marker, '1');
}
