import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StripeApi, type StripeFault, type StripeRequest } from './stripe-api.ts';
import type { DoubleEvent, StripeLedger } from './stripe-ledger.ts';

/**
 * A stand-in for Stripe's HTTP API on this machine. It refuses what Stripe would refuse: a wrong key or version,
 * another encoding, parameters that it does not know; it keeps idempotency keys for a day, with the answers they got,
 * errors too.
 */
export interface StripeDouble extends AsyncDisposable {
	url: string;
	secretKey: string;
	webhookSecret: string;
	ledger: StripeLedger;
	requests: StripeRequest[];
	fail(fault: StripeFault): void;
	/** Sends the answers that were held. */
	release(): void;
	/** Its clock, in epoch milliseconds. */
	now(): number;
	/** Moves its clock on. */
	passTime(ms: number): void;
	/** A Stripe-Signature header. @param at epoch milliseconds */
	sign(body: string, options?: { at?: number; secret?: string }): string;
	/** Sends an event as Stripe does. */
	deliver(url: string, event: DoubleEvent): Promise<Response>;
}

/** @param stripeVersion of the API, the only one that it answers to */
export async function startStripeDouble(stripeVersion: string): Promise<StripeDouble> {
	const webhookSecret = `whsec_${randomUUID().replaceAll('-', '')}`;
	let offset = 0;
	const now = () => Date.now() + offset;
	const api = new StripeApi(stripeVersion, now);
	const server = createServer((request, response) => {
		respond(api, request, response).catch((error: unknown) => response.destroy(error as Error));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');

	const sign: StripeDouble['sign'] = (body, { at = now(), secret = webhookSecret } = {}) => {
		const timestamp = Math.floor(at / 1000);
		const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
		return `t=${timestamp},v1=${signature}`;
	};
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		secretKey: api.secretKey,
		webhookSecret,
		ledger: api.ledger,
		requests: api.requests,
		fail: (fault) => api.fail(fault),
		release: () => api.release(),
		now,
		passTime(ms) {
			offset += ms;
		},
		sign,
		deliver(url, event) {
			const body = JSON.stringify(event);
			const headers = { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': sign(body) };
			return fetch(url, { method: 'POST', headers, body });
		},
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

async function respond(api: StripeApi, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const answer = await api.serve(request);
	if (!answer) return void request.socket.destroy();
	response.writeHead(answer.status, {
		'content-type': 'application/json',
		'request-id': `req_${randomUUID().slice(0, 8)}`,
		...(answer.replayed ? { 'idempotent-replayed': 'true' } : {}),
		// Where Stripe knows that asking again at once is of no use.
		...(answer.status === 500 ? { 'stripe-should-retry': 'false' } : {}),
	});
	response.end(answer.body);
}
