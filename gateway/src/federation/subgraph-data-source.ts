import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { Logger } from '@infinite-blob/service/logger';
import { inSpan, SpanKind, traceHeaders } from '@infinite-blob/telemetry/trace';
import type { GraphQLFormattedError } from 'graphql';
import { request as ask, Pool } from 'undici';
import { unavailable } from '../errors.ts';
import { AnswerJson } from '../execution/answer-json.ts';
import { mostErrors } from '../execution/run.ts';
import { type CachePolicy, cachePolicyIn } from './cache-policy.ts';
import { CircuitBreaker, type Outcome } from './circuit-breaker.ts';
import { failedFields } from './failed-fields.ts';
import { postJson } from './post-json.ts';

/** A subgraph's answer, and whether it may be kept. */
export type Answer = Awaited<ReturnType<GraphQLDataSource['process']>> & {
	cachePolicy?: CachePolicy;
	/** The answer as it came, where that was wanted and it has data alone. */
	json?: AnswerJson;
	/** Parts of the data are kept for others: whoever gets it must not change it. */
	isKept?: boolean;
};
/** What a subgraph is asked. */
export type SubgraphCall<Context extends object = object> = GraphQLDataSourceProcessOptions<Context> & {
	/** The answer need not be read, if it is handed on as it is. */
	wantsJson?: boolean;
};
type FetchRequest = GraphQLDataSourceProcessOptions['request'];

/** What a data source reads of the context of an operation. */
export interface SubgraphContext {
	/** The headers that the subgraph gets; none of the client's goes along by itself. */
	subgraphHeaders(): Record<string, string>;
	/** Ends calls that nobody waits for any more. */
	signal?: AbortSignal | undefined;
}

export interface SubgraphOptions {
	name: string;
	/** The subgraph's /graphql address. */
	url: string;
	/** How long a read may take; a mutation may take twice as long. */
	timeoutMs: number;
	logger: Logger;
	/** Told of each call: how long it took, and what came of it. */
	observe?: (subgraph: string, result: CallResult, seconds: number) => void;
}

/** `refused`: the circuit was open, and no call was made. */
export type CallResult = 'ok' | 'errors' | 'failed' | 'cancelled' | 'refused';

const retryAfterMs = 25;
const readyTimeoutMs = 2_000;
/** The connection failed, so that the same query on another one may succeed. */
const connectionErrors = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** The subgraph refused the gateway's signature: they do not share SERVICE_SECRET. */
class SignatureRefused extends Error {
	override name = 'SignatureRefused';
}

/**
 * Asks one subgraph over a pool of kept connections. A subgraph that does not answer costs the fields that were
 * asked of it and nothing else: each becomes null, with an error entry at its path; and no time, once a circuit breaker
 * knows.
 */
export class SubgraphDataSource implements GraphQLDataSource<SubgraphContext>, AsyncDisposable {
	readonly #options: SubgraphOptions;
	readonly #path: string;
	readonly #readyUrl: string;
	readonly #pool: Pool;
	readonly #breaker = new CircuitBreaker();
	#answers = true;

	constructor(options: SubgraphOptions) {
		const { origin, pathname } = new URL(options.url);
		this.#options = options;
		this.#path = pathname;
		this.#readyUrl = origin + pathname.replace(/\/graphql$/, '/health/ready');
		this.#pool = new Pool(origin, { connections: 64, connectTimeout: 2_000 });
	}

	/** Whether the subgraph is called: see CircuitBreaker. */
	get circuit(): CircuitBreaker['state'] {
		return this.#breaker.state;
	}

	async process(options: SubgraphCall<SubgraphContext>): Promise<Answer> {
		const { request } = options;
		const { name, observe } = this.#options;
		const began = performance.now();
		const pass = this.#breaker.admit();
		let outcome: Outcome = 'neither';
		let result: CallResult = 'refused';
		try {
			if (!pass) return missing(request);
			const span = { name: `subgraph ${name}`, kind: SpanKind.CLIENT, attributes: { 'peer.service': name } };
			const answer = await inSpan(span, () => this.#ask(options));
			outcome = 'success';
			result = answer.errors ? 'errors' : 'ok';
			this.#note();
			if ('incomingRequestContext' in options)
				options.incomingRequestContext.overallCachePolicy?.restrict(answer.cachePolicy);
			return answer.errors ? { ...answer, errors: withPaths(answer.errors, request) } : answer;
		} catch (error) {
			result = 'failed';
			if (error instanceof SignatureRefused) throw error;
			if ((options.context as SubgraphContext).signal?.aborted) result = 'cancelled';
			else {
				outcome = 'failure';
				this.#note(error);
			}
			return missing(request);
		} finally {
			if (pass) this.#breaker.settle(pass, outcome);
			observe?.(name, result, (performance.now() - began) / 1000);
		}
	}

	/** @throws when the subgraph is not ready */
	async checkReady(): Promise<void> {
		// Not over the pool, whose connections may all be waiting for an answer.
		const { statusCode, body } = await ask(this.#readyUrl, {
			signal: AbortSignal.timeout(readyTimeoutMs),
		});
		await body.dump();
		if (statusCode !== 200) throw new Error(`${this.#options.name} is not ready`);
	}

	async #ask(call: SubgraphCall<SubgraphContext>): Promise<Answer> {
		const { query, variables, operationName } = call.request;
		const body = JSON.stringify({ query, variables, operationName });
		const isMutation = query?.startsWith('mutation') ?? false;
		try {
			return await this.#send(body, isMutation, call);
		} catch (error) {
			// Only reads: a mutation may have been executed before the connection broke.
			if (isMutation || !isConnectionError(error)) throw error;
			await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
			return await this.#send(body, isMutation, call);
		}
	}

	async #send(body: string, isMutation: boolean, call: SubgraphCall<SubgraphContext>): Promise<Answer> {
		const { name, timeoutMs } = this.#options;
		const context = call.context as SubgraphContext;
		const {
			status,
			headers,
			body: answered,
		} = await postJson(this.#pool, {
			path: this.#path,
			headers: {
				'content-type': 'application/json',
				accept: 'application/json',
				...traceHeaders(),
				...context.subgraphHeaders(),
			},
			body,
			timeoutMs: isMutation ? 2 * timeoutMs : timeoutMs,
			signal: context.signal,
		});
		if (status === 401) throw new SignatureRefused(`${name} refused the signature`);
		const json = call.wantsJson ? AnswerJson.of(answered) : undefined;
		const answer = json ? unread(json) : parseAnswer(answered.toString());
		if (!answer) throw new Error(`${name} answered ${status} with no GraphQL result`);
		answer.cachePolicy = cachePolicyIn(headers['cache-control']);
		return answer;
	}

	/** Logs when the subgraph stops answering and when it answers again, not each failed fetch. */
	#note(error?: unknown): void {
		if (this.#answers === !error) return;
		this.#answers = !error;
		const { name: subgraph, logger } = this.#options;
		if (error) logger.warn({ err: error, subgraph }, 'a subgraph does not answer');
		else logger.info({ subgraph }, 'the subgraph answers again');
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.#pool.destroy();
	}
}

function missing(request: FetchRequest): Answer {
	return {
		errors: withPaths([{ message: unavailable, extensions: { code: 'SERVICE_UNAVAILABLE' } }], request),
	};
}

function parseAnswer(text: string): Answer | undefined {
	try {
		const answer = JSON.parse(text) as Answer;
		return typeof answer === 'object' && (answer.data || answer.errors) ? answer : undefined;
	} catch {
		return undefined;
	}
}

/** An answer that is read when its data is asked for. */
export function unread(json: AnswerJson): Answer {
	return {
		json,
		get data() {
			return json.data;
		},
	};
}

function isConnectionError(error: unknown): boolean {
	return connectionErrors.has((error as NodeJS.ErrnoException).code ?? '');
}

/** An error that names no field is one of every field that was asked for. */
function withPaths(errors: readonly GraphQLFormattedError[], request: FetchRequest): GraphQLFormattedError[] {
	return errors.flatMap((error) => {
		if (error.path) return [error];
		const paths = failedFields(request).slice(0, mostErrors);
		return paths.length > 0 ? paths.map((path) => ({ ...error, path })) : [error];
	});
}
