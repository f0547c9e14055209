import { redirect } from '@sveltejs/kit';
import {
	addToCartMutation,
	applyCouponMutation,
	cartQuery,
	cartRecommendationsQuery,
	removeCouponMutation,
	removeFromCartMutation,
	updateCartLineMutation,
} from '#lib/graphql/cart.ts';
import type { CartContentsFragment } from '#lib/graphql/operations.generated.ts';
import { changeCart, readQuantity } from '#lib/server/cart-actions.ts';
import { found } from '#lib/server/found.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, depends }) => {
	depends('shop:cart');
	const { gateway, currency } = locals;
	const recommended = gateway.optional(cartRecommendationsQuery, { currency });
	const answer = await gateway.request(cartQuery, {});
	const cart = found(answer, 'cart', 'There is no cart.');
	locals.cartTrace.note(cart.totalQuantity);
	return {
		cart,
		recommended: recommended.then((data) => data?.cart?.recommendations ?? []),
	};
};

type Line = CartContentsFragment['lines'][number];

function removedLine({ name, quantity, product }: Line) {
	return { name, quantity, productId: product?.available ? product.id : null };
}

export const actions: Actions = {
	/** From a page without JavaScript, or whose scripts are not there yet. */
	add: async ({ request, locals }) => {
		const form = await request.formData();
		const variables = { productId: String(form.get('productId') ?? ''), quantity: readQuantity(form) };
		const outcome = await changeCart('page', async () => {
			return (await locals.gateway.request(addToCartMutation, variables)).data.addToCart;
		});
		if (!('done' in outcome)) return outcome;
		locals.cartTrace.note(variables.quantity);
		redirect(303, `/cart?${new URLSearchParams({ added: variables.productId })}`);
	},

	update: async ({ request, locals }) => {
		const form = await request.formData();
		const lineId = String(form.get('lineId') ?? '');
		const quantity = readQuantity(form);
		return changeCart(
			lineId,
			async () => {
				const variables = { lineId, quantity };
				return (await locals.gateway.request(updateCartLineMutation, variables)).data.updateCartLine;
			},
			String(form.get('quantity') ?? ''),
		);
	},

	remove: async ({ request, locals }) => {
		const lineId = String((await request.formData()).get('lineId') ?? '');
		// Asked before it is gone, to offer its return.
		const before = await locals.gateway.optional(cartQuery, {});
		const line = before?.cart?.lines.find(({ id }) => id === lineId);
		const outcome = await changeCart('page', async () => {
			return (await locals.gateway.request(removeFromCartMutation, { lineId })).data.removeFromCart;
		});
		return line && 'done' in outcome ? { ...outcome, removed: removedLine(line) } : outcome;
	},

	applyCoupon: async ({ request, locals }) => {
		const code = String((await request.formData()).get('code') ?? '').trim();
		return changeCart(
			'coupon',
			async () => {
				if (code === '') return { userErrors: [{ message: 'Enter the code of your coupon.' }] };
				return (await locals.gateway.request(applyCouponMutation, { code })).data.applyCoupon;
			},
			code,
		);
	},

	removeCoupon: async ({ locals }) => {
		return changeCart('coupon', async () => {
			return (await locals.gateway.request(removeCouponMutation, {})).data.removeCoupon;
		});
	},
};
