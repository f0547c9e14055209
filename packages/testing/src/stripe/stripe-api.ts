import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { endpoints } from './stripe-endpoints.ts';
import { parseForm } from './stripe-form.ts';
import { StripeLedger } from './stripe-ledger.ts';
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

/** What a request is answered with. */
export interface StripeAnswer {
	status: number;
	body: string;
	/** Whether it is the answer that an earlier request with the same key got. */
	replayed: boolean;
}

type Answer = Omit<StripeAnswer, 'replayed'>;

/** What an idempotency key was used for. */
interface Kept {
	request: string;
	at: number;
	/** Missing while the first request is at work. */
	answer?: Answer;
}

const dayMs = 24 * 3_600_000;

/** What Stripe makes of requests: what it refuses, what it did before under the same key, and what it does now. */
export class StripeApi {
	readonly secretKey = `sk_test_${randomUUID().replaceAll('-', '')}`;
	readonly ledger: StripeLedger;
	readonly requests: StripeRequest[] = [];
	readonly #version: string;
	readonly #now: () => number;
	readonly #keys = new Map<string, Kept>();
	readonly #faults: StripeFault[] = [];
	#held = Promise.withResolvers<void>();

	/** @param now its clock, in epoch milliseconds */
	constructor(version: string, now: () => number) {
		this.#version = version;
		this.#now = now;
		this.ledger = new StripeLedger(now);
	}

	fail(fault: StripeFault): void {
		this.#faults.push(fault);
	}

	release(): void {
		this.#held.resolve();
		this.#held = Promise.withResolvers();
	}

	/** Undefined when the connection is to be cut. */
	async serve(request: IncomingMessage): Promise<StripeAnswer | undefined> {
		const url = new URL(request.url ?? '/', 'http://stripe');
		const target = `${request.method} ${url.pathname}`;
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const text = request.method === 'POST' ? Buffer.concat(chunks).toString() : url.search.slice(1);
		const [name = target, endpoint] =
			Object.entries(endpoints).find(([, { route }]) => route.test(target)) ?? [];
		const idempotencyKey = request.headers['idempotency-key'] as string | undefined;
		const seen: StripeRequest = { endpoint: name, idempotencyKey, params: {}, status: 0 };
		this.requests.push(seen);
		const fresh = (answer: Answer): StripeAnswer => ({ ...answer, replayed: false });
		try {
			this.#checkHeaders(request);
			if (!endpoint) throw new StripeProblem(404, { message: `Unrecognized request URL (${target})` });
			const form = parseForm(text);
			seen.params = Object.fromEntries(form);
			const fault = this.#takeFault(name);
			if (fault === 'cut_before') return undefined;
			if (fault === '429') throw tooMany;
			const id = endpoint.route.exec(target)?.[1] ?? '';
			const work = () => endpoint.run(this.ledger, form, id, this.#now());
			const mine: Kept = { request: `${target}?${text}`, at: this.#now() };
			const known = request.method === 'POST' && idempotencyKey && this.#known(idempotencyKey, mine);
			if (known) seen.status = known.status;
			const answer = known ? { ...known, replayed: true } : fresh(await this.#work(work, fault, mine, seen));
			return fault === 'cut_after' ? undefined : answer;
		} catch (error) {
			return fresh(failed(error, seen));
		}
	}

	#checkHeaders({ headers, method }: IncomingMessage): void {
		if (headers.authorization !== `Bearer ${this.secretKey}`)
			throw new StripeProblem(401, { message: 'Invalid API Key provided: sk_test_****' });
		if (headers['stripe-version'] !== this.#version)
			throw new StripeProblem(400, { message: `Invalid Stripe API version: ${headers['stripe-version']}` });
		const type = headers['content-type'];
		if (method === 'POST' && type !== 'application/x-www-form-urlencoded')
			throw new StripeProblem(400, { message: `Unsupported Content-Type: ${type}` });
	}

	#takeFault(endpoint: string): StripeFault['kind'] | undefined {
		const fault = this.#faults.find((one) => one.endpoint === endpoint && one.times > 0);
		if (fault) fault.times--;
		return fault?.kind;
	}

	/** The answer that a key has already; a new key is kept. @throws StripeProblem for a key that cannot be used now */
	#known(idempotencyKey: string, mine: Kept): Answer | undefined {
		const kept = this.#keys.get(idempotencyKey);
		if (kept && mine.at - kept.at < dayMs) {
			if (kept.request !== mine.request) throw misused;
			if (!kept.answer) throw inUse;
			return kept.answer;
		}
		this.#keys.set(idempotencyKey, mine);
		return undefined;
	}

	/** Does what is asked, and keeps the answer, an error too, once it is sent. */
	async #work(
		work: () => object,
		fault: StripeFault['kind'] | undefined,
		mine: Kept,
		seen: StripeRequest,
	): Promise<Answer> {
		const answer = attempt();
		if (fault === 'held') await this.#held.promise;
		mine.answer = answer;
		return answer;

		function attempt(): Answer {
			try {
				if (fault === '500_before') throw broken;
				const body = work();
				if (fault === '500_after') throw broken;
				return answered(200, body, seen);
			} catch (error) {
				return failed(error, seen);
			}
		}
	}
}

function answered(status: number, body: object, seen: StripeRequest): Answer {
	seen.status = status;
	return { status, body: JSON.stringify(body) };
}

function failed(error: unknown, seen: StripeRequest): Answer {
	if (!(error instanceof StripeProblem)) throw error;
	seen.error = error.body.code ?? error.body.type!;
	return answered(error.status, { error: error.body }, seen);
}

const tooMany = new StripeProblem(429, { code: 'rate_limit', message: 'Too many requests' });
const broken = new StripeProblem(500, { type: 'api_error', message: 'An unknown error occurred' });
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
