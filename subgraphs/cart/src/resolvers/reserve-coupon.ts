import { requireService } from '@infinite-blob/subgraph/viewer-guard';
import { couponCode } from '../domain/coupon.ts';
import type { MutationResolvers } from '../schema.generated.ts';

export const reserveCoupon: NonNullable<MutationResolvers['reserveCoupon']> = async (_, args, context) => {
	const { coupons, couponUses, viewer } = context;
	requireService(viewer);
	const code = couponCode(args.code);
	const coupon = code === undefined ? undefined : await coupons.find(code);
	if (!coupon) return { reserved: false, reason: 'There is no such coupon.' };
	const reason = await couponUses.reserve(coupon, args.orderId, args.orderVersion, args.email);
	return { reserved: reason === undefined, reason: reason ?? null };
};
