import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { Logger } from '@infinite-blob/service/logger';
import { contextHeader } from '@infinite-blob/session/request-context';
import type { GraphQLFormattedError } from 'graphql';
import { Pool } from 'undici';
import type { GatewayContext } from '../context.ts';
import { unavailable } from '../errors.ts';
import { failedFields } from './failed-fields.ts';

type Answer = Awaited<ReturnType<GraphQLDataSource['process']>>;
type FetchRequest = GraphQLDataSourceProcessOptions['request'];

const timeoutMs = 10_000;
const retryAfterMs = 25;
/** The connection failed, so that the same query on another one may succeed. */
const connectionErrors = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** The subgraph refused the gateway's signature: they do not share SERVICE_SECRET. */
class SignatureRefused extends Error {
	override name = 'SignatureRefused';
}

/**
 * Asks one subgraph over a pool of kept connections. A subgraph that does not answer costs the fields that were
 * asked of it and nothing else: each becomes null, with an error entry at its path.
 */
export class SubgraphDataSource implements GraphQLDataSource<GatewayContext>, AsyncDisposable {
	readonly #name: string;
	readonly #path: string;
	readonly #readyPath: string;
	readonly #pool: Pool;
	readonly #logger: Logger;
	#answers = true;

	/** @param url the subgraph's /graphql address */
	constructor(name: string, url: string, logger: Logger) {
		const { origin, pathname } = new URL(url);
		this.#name = name;
		this.#path = pathname;
		this.#readyPath = pathname.replace(/\/graphql$/, '/health/ready');
		this.#pool = new Pool(origin, {
			connections: 64,
			connectTimeout: 2_000,
			headersTimeout: timeoutMs,
			bodyTimeout: timeoutMs,
		});
		this.#logger = logger;
	}

	async process(options: GraphQLDataSourceProcessOptions<GatewayContext>): Promise<Answer> {
		const { request } = options;
		try {
			const answer = await this.#ask(request, options.context as GatewayContext);
			this.#note();
			return answer.errors ? { ...answer, errors: withPaths(answer.errors, request) } : answer;
		} catch (error) {
			if (error instanceof SignatureRefused) throw error;
			this.#note(error);
			const missing = { message: unavailable, extensions: { code: 'SERVICE_UNAVAILABLE' } };
			return { errors: withPaths([missing], request) };
		}
	}

	/** @throws when the subgraph is not ready */
	async checkReady(): Promise<void> {
		const { statusCode, body } = await this.#pool.request({ path: this.#readyPath, method: 'GET' });
		await body.dump();
		if (statusCode !== 200) throw new Error(`${this.#name} is not ready`);
	}

	async #ask(request: FetchRequest, context: GatewayContext): Promise<Answer> {
		const { query, variables, operationName } = request;
		const body = JSON.stringify({ query, variables, operationName });
		try {
			return await this.#send(body, context.signed());
		} catch (error) {
			// Only reads: a mutation may have been executed before the connection broke.
			if (query?.startsWith('mutation') || !isConnectionError(error)) throw error;
			await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
			return await this.#send(body, context.signed());
		}
	}

	async #send(body: string, signedContext: string): Promise<Answer> {
		const response = await this.#pool.request({
			path: this.#path,
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				accept: 'application/json',
				[contextHeader]: signedContext,
			},
			body,
		});
		const text = await response.body.text();
		if (response.statusCode === 401) throw new SignatureRefused(`${this.#name} refused the signature`);
		const answer = parseAnswer(text);
		if (!answer) throw new Error(`${this.#name} answered ${response.statusCode} with no GraphQL result`);
		return answer;
	}

	/** Logs when the subgraph stops answering and when it answers again, not each failed fetch. */
	#note(error?: unknown): void {
		if (this.#answers === !error) return;
		this.#answers = !error;
		const subgraph = this.#name;
		if (error) this.#logger.warn({ err: error, subgraph }, 'a subgraph does not answer');
		else this.#logger.info({ subgraph }, 'the subgraph answers again');
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.#pool.destroy();
	}
}

function parseAnswer(text: string): Answer | undefined {
	try {
		const answer = JSON.parse(text) as Answer;
		return typeof answer === 'object' && (answer.data || answer.errors) ? answer : undefined;
	} catch {
		return undefined;
	}
}

function isConnectionError(error: unknown): boolean {
	return connectionErrors.has((error as NodeJS.ErrnoException).code ?? '');
}

/** An error that names no field is one of every field that was asked for. */
function withPaths(errors: readonly GraphQLFormattedError[], request: FetchRequest): GraphQLFormattedError[] {
	return errors.flatMap((error) => {
		if (error.path) return [error];
		const paths = failedFields(request);
		return paths.length > 0 ? paths.map((path) => ({ ...error, path })) : [error];
	});
}
