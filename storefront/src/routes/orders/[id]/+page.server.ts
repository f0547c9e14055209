import { randomUUID } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import { isTestCard } from '#lib/checkout/test-cards.ts';
import {
	cancelOrderMutation,
	claimOrderMutation,
	createDownloadMutation,
	orderQuery,
	retryPaymentMutation,
} from '#lib/graphql/orders.ts';
import { found } from '#lib/server/found.ts';
import { type GatewayClient, GatewayError } from '#lib/server/gateway-client.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const token = url.searchParams.get('token');
	if (token !== null) await claim(locals.gateway, params.id, token);
	const answer = await locals.gateway.request(orderQuery, { id: params.id });
	const message = 'There is no such order in this browser.';
	return { order: found(answer, 'order', message), idempotencyKey: randomUUID() };
};

/** Takes the order into this session by its mail's link, then goes on at the address without the token. */
async function claim(gateway: GatewayClient, orderId: string, token: string): Promise<never> {
	const { claimOrder } = (await gateway.request(claimOrderMutation, { orderId, token })).data;
	const isOwn = claimOrder.order ?? (await gateway.optional(orderQuery, { id: orderId }))?.order;
	if (!isOwn)
		error(
			404,
			'The link is incomplete or not valid any more. Open the one in the newest mail about your order.',
		);
	redirect(303, `/orders/${encodeURIComponent(orderId)}`);
}

type Place = 'cancel' | 'retry' | `download-${string}`;

/**
 * Runs a change of the order; a refusal comes back with its place on the page. It is an answer like any other: as a
 * failure, browsers would log an error for an order that moved on meanwhile.
 */
async function changeOrder(place: Place, change: () => Promise<{ userErrors: { message: string }[] }>) {
	try {
		const [refusal] = (await change()).userErrors;
		return { place, message: refusal?.message ?? null, unreachable: false };
	} catch (cause) {
		if (!(cause instanceof GatewayError)) throw cause;
		const again =
			place === 'retry' ? 'Press Pay again in a minute: you pay once at most.' : 'Try again in a minute.';
		return { place, message: `The shop cannot be reached. ${again}`, unreachable: true };
	}
}

export const actions: Actions = {
	cancel: async ({ locals, params }) => {
		return changeOrder('cancel', async () => {
			return (await locals.gateway.request(cancelOrderMutation, { orderId: params.id })).data.cancelOrder;
		});
	},

	retry: async ({ locals, params, request }) => {
		const form = await request.formData();
		const paymentMethod = String(form.get('paymentMethod') ?? '');
		const idempotencyKey = String(form.get('idempotencyKey') ?? '') || randomUUID();
		return changeOrder('retry', async () => {
			if (!isTestCard(paymentMethod)) return { userErrors: [{ message: 'Choose one of the cards.' }] };
			const variables = { orderId: params.id, paymentMethod, idempotencyKey };
			return (await locals.gateway.request(retryPaymentMutation, variables)).data.retryPayment;
		});
	},

	/** Without JavaScript the answer leads to the file itself. */
	download: async ({ locals, params, request }) => {
		const lineId = String((await request.formData()).get('lineId') ?? '');
		let url: string | undefined;
		const outcome = await changeOrder(`download-${lineId}`, async () => {
			const answer = await locals.gateway.request(createDownloadMutation, { orderId: params.id, lineId });
			url = answer.data.createDownload.download?.url;
			return answer.data.createDownload;
		});
		if (url) redirect(303, url, { external: true });
		return outcome;
	},
};
