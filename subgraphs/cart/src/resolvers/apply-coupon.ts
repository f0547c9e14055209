import { cartPayload } from '../cart-payload.ts';
import { applyCoupon as withCoupon } from '../domain/apply-coupon.ts';
import { CartError } from '../domain/cart-error.ts';
import { couponCode } from '../domain/coupon.ts';
import type { MutationResolvers } from '../schema.generated.ts';

export const applyCoupon: NonNullable<MutationResolvers['applyCoupon']> = (_, args, context) =>
	cartPayload(context, async (id) => {
		const { carts, coupons, couponUses, requestId, now } = context;
		const code = couponCode(args.code);
		const coupon = code === undefined ? undefined : await coupons.find(code);
		if (!coupon) {
			throw new CartError('COUPON_NOT_FOUND', 'There is no such coupon. Check its spelling.', 'code');
		}
		const uses = await couponUses.count(coupon.code);
		return carts.change(id, requestId, (cart, quotes) => withCoupon(cart, coupon, uses, quotes, now()));
	});
