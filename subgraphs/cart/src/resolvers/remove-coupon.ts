import { cartPayload } from '../cart-payload.ts';
import { removeCoupon as withoutCoupon } from '../domain/apply-coupon.ts';
import type { MutationResolvers } from '../schema.generated.ts';

export const removeCoupon: NonNullable<MutationResolvers['removeCoupon']> = (_, __, context) =>
	cartPayload(context, (id) => context.carts.change(id, context.requestId, withoutCoupon));
