import { request as ask } from 'undici';
import type { Operation } from '#lib/graphql/operation.ts';

/** The gateway could not be reached, or refused to answer. `cause` holds why; a visitor gets `message`. */
export class GatewayError extends Error {
	override name = 'GatewayError';
}

interface FieldError {
	message: string;
	path?: (string | number)[];
	extensions?: { code?: string };
}

/** An answer of the gateway: fields whose subgraph is down are null and named in `errors`. */
export interface Answer<Data> {
	data: Data;
	errors: FieldError[];
}

/** Whose behalf the gateway is asked on. */
export interface Caller {
	/** The session's token, if there is one. */
	token(): string | undefined;
	/** Makes a session, or a new one in place of a token that was refused. */
	renew(refused: string | undefined): Promise<string>;
}

export interface GatewayClientOptions {
	url: string;
	/** Headers of every request, those about the visitor. */
	headers: () => Record<string, string>;
	caller: Caller;
	/** A BCP 47 tag, given to every operation as `$locale`. */
	locale: string;
}

const timeoutMs = 10_000;

/** Asks the gateway for one visitor. A session that the gateway refuses is renewed, once, and the question repeated. */
export class GatewayClient {
	readonly #options: GatewayClientOptions;

	constructor(options: GatewayClientOptions) {
		this.#options = options;
	}

	/** @throws GatewayError when there is no answer, or no data in it */
	async request<Data, Variables extends object>(
		operation: Operation<Data, Variables>,
		variables: Variables,
	): Promise<Answer<Data>> {
		const { caller } = this.#options;
		const token = caller.token();
		const answer = await this.#send<Data>(operation.text, variables, token);
		if (!answer.unauthenticated) return withData(answer);
		return withData(await this.#send<Data>(operation.text, variables, await caller.renew(token)));
	}

	/** For parts a page can be without: null when the gateway does not answer. */
	async optional<Data, Variables extends object>(
		operation: Operation<Data, Variables>,
		variables: Variables,
	): Promise<Data | null> {
		return this.request(operation, variables).then(
			(answer) => answer.data,
			() => null,
		);
	}

	async #send<Data>(query: string, variables: object, token: string | undefined) {
		return sendOperation<Data>(
			{ query, variables: { locale: this.#options.locale, ...variables } },
			{
				url: this.#options.url,
				headers: { ...this.#options.headers(), ...(token ? { authorization: `Bearer ${token}` } : {}) },
			},
		);
	}
}

interface RawAnswer<Data> {
	data: Data | null;
	errors: FieldError[];
	unauthenticated: boolean;
}

/** One POST to the gateway. @throws GatewayError when nothing readable comes back */
export async function sendOperation<Data>(
	operation: { query: string; variables: unknown },
	{ url, headers }: { url: string; headers: Record<string, string> },
): Promise<RawAnswer<Data>> {
	try {
		// Half the CPU of fetch, whose answers come through streams of the Web.
		const { statusCode, body } = await ask(`${url}/graphql`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
			body: JSON.stringify(operation),
			headersTimeout: timeoutMs,
			bodyTimeout: timeoutMs,
		});
		const { data = null, errors = [] } = (await body.json()) as { data?: Data; errors?: FieldError[] };
		const refused = errors.some((error) => error.extensions?.code === 'UNAUTHENTICATED');
		return { data, errors, unauthenticated: statusCode === 401 || refused };
	} catch (cause) {
		throw new GatewayError('The gateway does not answer', { cause });
	}
}

function withData<Data>({ data, errors }: RawAnswer<Data>): Answer<Data> {
	if (data === null) {
		throw new GatewayError(`The gateway gave no data: ${errors[0]?.message ?? 'no reason said'}`);
	}
	return { data, errors };
}
