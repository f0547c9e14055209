import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '@infinite-blob/service/logger';
import { BodyError, discardRest, readBody } from '@infinite-blob/service/read-body';
import { sendJson } from '@infinite-blob/service/start-service';
import { Pool } from 'undici';
import { unavailable } from '../errors.ts';

/** Where a provider sends its events, here and at the service that understands them. */
export const webhookPath = '/webhooks/stripe';

const bodyLimit = 256 * 1024;
const answerLimit = 16 * 1024;

/**
 * Hands the payment provider's events to the payment worker as they came, signature and all. The worker checks them,
 * so that the gateway needs no secret of the provider's. Nothing else of the worker is reachable this way.
 */
export class Webhooks implements AsyncDisposable {
	readonly #pool: Pool;
	readonly #path: string;
	readonly #logger: Logger;

	/** @param base the payment worker's address */
	constructor(base: string, logger: Logger) {
		const { origin, pathname } = new URL(base);
		this.#pool = new Pool(origin, {
			connections: 8,
			connectTimeout: 2_000,
			headersTimeout: 15_000,
			bodyTimeout: 5_000,
			maxResponseSize: answerLimit,
		});
		this.#path = pathname.replace(/\/$/, '') + webhookPath;
		this.#logger = logger;
	}

	async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		response.setHeader('cache-control', 'no-store');
		if (request.method !== 'POST') {
			response.setHeader('allow', 'POST');
			return sendJson(response, 405, { error: 'Only POST is served here.' });
		}
		try {
			const body = await readBody(request, bodyLimit);
			const upstream = await this.#pool.request({
				method: 'POST',
				path: this.#path,
				headers: { 'content-type': 'application/json', ...signatureIn(request) },
				body,
			});
			const answer = await upstream.body.json();
			const retryAfter = upstream.headers['retry-after'];
			if (retryAfter) response.setHeader('retry-after', retryAfter);
			sendJson(response, upstream.statusCode, answer);
		} catch (error) {
			// The client went away in the middle of its request: nobody waits for an answer.
			if (request.destroyed && !request.complete) return;
			if (error instanceof BodyError) {
				discardRest(request);
				return sendJson(response, error.status, { error: error.message });
			}
			this.#logger.warn({ err: error }, 'a webhook could not be passed on');
			response.setHeader('retry-after', '10');
			sendJson(response, 503, { error: unavailable });
		}
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.#pool.destroy();
	}
}

function signatureIn({ headers }: IncomingMessage): Record<string, string> {
	const signature = headers['stripe-signature'];
	return typeof signature === 'string' ? { 'stripe-signature': signature } : {};
}
