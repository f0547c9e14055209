import { contextHeader, signContext } from '@infinite-blob/session/request-context';
import { traceHeaders } from '@infinite-blob/telemetry/trace';
import type { GraphQLFormattedError } from 'graphql';
import { Pool } from 'undici';

/** A fellow service did not answer, or answered with an error that is none of the caller's making. */
export class ServiceUnavailable extends Error {
	override name = 'ServiceUnavailable';
}

const timeoutMs = 5_000;

/** Calls a fellow subgraph over GraphQL, signed as a service. */
export class ServiceClient implements AsyncDisposable {
	readonly #pool: Pool;
	readonly #path: string;
	readonly #name: string;
	readonly #target: string;
	readonly #serviceSecret: string;

	/**
	 * @param name who calls
	 * @param target who is called, for errors
	 * @param url the target's address, without /graphql
	 */
	constructor(name: string, target: string, url: string, serviceSecret: string) {
		const { origin, pathname } = new URL(url);
		this.#pool = new Pool(origin, { connections: 16, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
		this.#path = `${pathname.replace(/\/$/, '')}/graphql`;
		this.#name = name;
		this.#target = target;
		this.#serviceSecret = serviceSecret;
	}

	/**
	 * @returns the answer's data
	 * @throws ServiceUnavailable when there is no answer, or one with errors
	 */
	async request<Data>(query: string, variables: Record<string, unknown>, requestId: string): Promise<Data> {
		const viewer = { kind: 'service', name: this.#name } as const;
		const context = signContext({ viewer, address: this.#name, requestId }, this.#serviceSecret, Date.now());
		let answer: { data?: Data; errors?: GraphQLFormattedError[] };
		try {
			const response = await this.#pool.request({
				path: this.#path,
				method: 'POST',
				headers: { 'content-type': 'application/json', [contextHeader]: context, ...traceHeaders() },
				body: JSON.stringify({ query, variables }),
			});
			answer = (await response.body.json()) as typeof answer;
		} catch (error) {
			throw new ServiceUnavailable(`${this.#target} does not answer`, { cause: error });
		}
		if (answer.data && !answer.errors?.length) return answer.data;
		throw new ServiceUnavailable(`${this.#target} answered with errors`, { cause: answer.errors });
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.#pool.close();
	}
}
