import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endpoints } from './stripe-endpoints.ts';
import { type Form, parseForm } from './stripe-form.ts';
import { type DoubleEvent, StripeLedger } from './stripe-ledger.ts';
import { StripeProblem } from './stripe-problem.ts';

/** One request as it was received. */
export interface StripeRequest {
	endpoint: string;
	idempotencyKey: string | undefined;
	params: Record<string, string>;
	status: number;
	/** The error's code, or its type where it has none. */
	error?: string;
}

/** What goes wrong with the next requests to an endpoint. */
export interface StripeFault {
	/** Such as `POST /v1/payment_intents`. */
	endpoint: string;
	/**
	 * The connection breaks or Stripe fails, before or after the work is done; too many requests; or the work is done and
	 * its answer waits for `release`.
	 */
	kind: 'cut_before' | 'cut_after' | '500_before' | '500_after' | '429' | 'held';
	times: number;
}

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

const dayMs = 24 * 3_600_000;

interface Kept {
	request: string;
	at: number;
	/** Missing while the first request is at work. */
	answer?: { status: number; body: string };
}

/** @param stripeVersion of the API, the only one that it answers to */
export async function startStripeDouble(stripeVersion: string): Promise<StripeDouble> {
	const secretKey = `sk_test_${randomUUID().replaceAll('-', '')}`;
	const webhookSecret = `whsec_${randomUUID().replaceAll('-', '')}`;
	let offset = 0;
	const now = () => Date.now() + offset;
	const ledger = new StripeLedger(now);
	const requests: StripeRequest[] = [];
	const keys = new Map<string, Kept>();
	const faults: StripeFault[] = [];
	let held = Promise.withResolvers<void>();

	function takeFault(endpoint: string): StripeFault['kind'] | undefined {
		const fault = faults.find((one) => one.endpoint === endpoint && one.times > 0);
		if (fault) fault.times--;
		return fault?.kind;
	}

	function checkHeaders({ headers, method }: IncomingMessage): void {
		if (headers.authorization !== `Bearer ${secretKey}`)
			throw new StripeProblem(401, { message: 'Invalid API Key provided: sk_test_****' });
		if (headers['stripe-version'] !== stripeVersion)
			throw new StripeProblem(400, { message: `Invalid Stripe API version: ${headers['stripe-version']}` });
		const type = headers['content-type'];
		if (method === 'POST' && type !== 'application/x-www-form-urlencoded')
			throw new StripeProblem(400, { message: `Unsupported Content-Type: ${type}` });
	}

	/** Undefined when the connection is to be cut. */
	async function serve(
		request: IncomingMessage,
	): Promise<{ answer: Kept['answer']; replayed: boolean } | undefined> {
		const url = new URL(request.url ?? '/', 'http://stripe');
		const target = `${request.method} ${url.pathname}`;
		const [endpoint, found] = Object.entries(endpoints).find(([, { route }]) => route.test(target)) ?? [];
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const text = request.method === 'POST' ? Buffer.concat(chunks).toString() : url.search.slice(1);
		const idempotencyKey = request.headers['idempotency-key'] as string | undefined;
		const seen: StripeRequest = { endpoint: endpoint ?? target, idempotencyKey, params: {}, status: 0 };
		requests.push(seen);
		const answered = (status: number, body: object) => {
			seen.status = status;
			return { status, body: JSON.stringify(body) };
		};
		const failed = (error: unknown) => {
			if (!(error instanceof StripeProblem)) throw error;
			seen.error = error.body.code ?? error.body.type!;
			return answered(error.status, { error: error.body });
		};

		let form: Form;
		try {
			checkHeaders(request);
			if (!found) throw new StripeProblem(404, { message: `Unrecognized request URL (${target})` });
			form = parseForm(text);
			seen.params = Object.fromEntries(form);
		} catch (error) {
			return { answer: failed(error), replayed: false };
		}
		const id = found.route.exec(target)?.[1] ?? '';
		const fault = takeFault(endpoint!);
		if (fault === 'cut_before') return undefined;
		if (fault === '429')
			return {
				answer: failed(new StripeProblem(429, { code: 'rate_limit', message: 'Too many requests' })),
				replayed: false,
			};

		const mine: Kept = { request: `${target}?${text}`, at: now() };
		if (request.method === 'POST' && idempotencyKey) {
			const kept = keys.get(idempotencyKey);
			if (kept && now() - kept.at < dayMs) {
				if (kept.request !== mine.request) return { answer: failed(misused), replayed: false };
				if (!kept.answer) return { answer: failed(inUse), replayed: false };
				seen.status = kept.answer.status;
				return fault === 'cut_after' ? undefined : { answer: kept.answer, replayed: true };
			}
			keys.set(idempotencyKey, mine);
		}
		const broken = new StripeProblem(500, { type: 'api_error', message: 'An unknown error occurred' });
		try {
			if (fault === '500_before') throw broken;
			const body = found.run(ledger, form, id, now());
			if (fault === '500_after') throw broken;
			mine.answer = answered(200, body);
		} catch (error) {
			mine.answer = failed(error);
		}
		const { answer } = mine;
		if (fault === 'held') {
			delete mine.answer;
			await held.promise;
			mine.answer = answer;
		}
		return fault === 'cut_after' ? undefined : { answer, replayed: false };
	}

	async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const served = await serve(request);
		if (!served?.answer) return void request.socket.destroy();
		const { status, body } = served.answer;
		response.writeHead(status, {
			'content-type': 'application/json',
			'request-id': `req_${randomUUID().slice(0, 8)}`,
			...(served.replayed ? { 'idempotent-replayed': 'true' } : {}),
			// Where Stripe knows that asking again at once is of no use.
			...(status === 500 ? { 'stripe-should-retry': 'false' } : {}),
		});
		response.end(body);
	}

	const server = createServer((request, response) => {
		respond(request, response).catch((error: unknown) => response.destroy(error as Error));
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
		secretKey,
		webhookSecret,
		ledger,
		requests,
		fail: (fault) => void faults.push(fault),
		release() {
			held.resolve();
			held = Promise.withResolvers();
		},
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

const misused = new StripeProblem(400, {
	type: 'idempotency_error',
	message:
		'Keys for idempotent requests can only be used with the same parameters they were first used with.',
});
const inUse = new StripeProblem(409, {
	type: 'idempotency_error',
	code: 'idempotency_key_in_use',
	message: 'There is currently another in-progress request using this Idempotent Key.',
});
