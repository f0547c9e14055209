import type { IncomingMessage, ServerResponse } from 'node:http';
import { PaymentInDoubt, ProviderUnavailable } from '@infinite-blob/payment-provider/payment-provider';
import { type StripeWebhook, WebhookRefused } from '@infinite-blob/payment-provider/stripe-webhook';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Transactions } from '@infinite-blob/redis/transactions';
import type { Logger } from '@infinite-blob/service/logger';
import { BodyError, readBody } from '@infinite-blob/service/read-body';
import { type RequestHandler, sendJson } from '@infinite-blob/service/start-service';
import { settleNews, webhookKey } from './settle-news.ts';
import { readStripeEvent } from './stripe-event.ts';

export interface WebhookContext {
	/** Undefined when the settings name none. */
	webhook: StripeWebhook | undefined;
	redis: Redis;
	transactions: Transactions;
	logger: Logger;
	/** Epoch milliseconds. */
	clock: () => number;
}

const bodyLimit = 256 * 1024;

/** Serves `POST /webhooks/stripe`: a 2xx says that the event's effect is recorded, anything else asks for it again. */
export function receiveWebhook(context: WebhookContext): RequestHandler {
	const { webhook, logger } = context;
	return async (request, response, { pathname }) => {
		if (pathname !== '/webhooks/stripe') return false;
		if (!webhook) {
			const error = 'Webhooks are off: set STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET.';
			return answer(response, 404, { error });
		}
		if (request.method !== 'POST') {
			response.setHeader('allow', 'POST');
			return answer(response, 405, { error: 'Only POST is served here.' });
		}
		try {
			const outcome = await receive(context, webhook, request);
			return answer(response, 200, { received: true, outcome });
		} catch (error) {
			// The client went away in the middle of its request: nobody waits for an answer.
			if (request.destroyed && !request.complete) return true;
			if (error instanceof BodyError) {
				response.setHeader('connection', 'close');
				return answer(response, error.status, { error: error.message });
			}
			if (error instanceof WebhookRefused) {
				logger.warn({ reason: error.message }, 'a webhook was refused');
				return answer(response, 400, { error: error.message });
			}
			if (!(error instanceof ProviderUnavailable || error instanceof PaymentInDoubt)) throw error;
			logger.warn({ err: error }, 'Stripe could not be asked about an event of its own');
			response.setHeader('retry-after', '10');
			return answer(response, 503, { error: 'Stripe cannot be asked right now. Send this again later.' });
		}
	};
}

async function receive(
	{ redis, transactions, logger, clock }: WebhookContext,
	webhook: StripeWebhook,
	request: IncomingMessage,
): Promise<string> {
	const signature = request.headers['stripe-signature'];
	const event = readStripeEvent(webhook.verify(await readBody(request, bodyLimit), [signature].flat()[0]));
	const about = { event: event.id, type: event.type };
	if (await redis.exists(webhookKey(event.id))) return 'repeated';
	const news = await webhook.read(event);
	if (news.kind === 'nothing') {
		logger.info({ ...about, why: news.why }, 'a webhook was ignored');
		return 'ignored';
	}
	if (news.kind === 'bounced') {
		logger.error({ ...about, ...news }, 'a refund did not reach the card: pay it back another way');
		return 'ignored';
	}
	const outcome = await settleNews(transactions, event.id, news, clock());
	logger.info({ ...about, order: news.orderId, outcome }, 'a webhook was received');
	return outcome;
}

function answer(response: ServerResponse, status: number, body: object): true {
	sendJson(response, status, body);
	return true;
}
