import { createHash } from 'node:crypto';
import { request as ask } from 'undici';
import type { Operation } from '#lib/graphql/operation.ts';
import { SharedAnswers } from './shared-answers.ts';

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

const shared = new SharedAnswers<RawAnswer<unknown>>();

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
		const answer = await this.#send(operation, variables, token);
		if (!answer.unauthenticated) return withData(answer);
		return withData(await this.#send(operation, variables, await caller.renew(token)));
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

	#send<Data, Variables extends object>(
		operation: Operation<Data, Variables>,
		variables: Variables,
		token: string | undefined,
	): Promise<RawAnswer<Data>> {
		const { url, headers, locale } = this.#options;
		return sendOperation(
			operation,
			{ locale, ...variables },
			{ url, headers: { ...headers(), ...(token ? { authorization: `Bearer ${token}` } : {}) } },
		);
	}
}

interface RawAnswer<Data> {
	data: Data | null;
	errors: FieldError[];
	unauthenticated: boolean;
}

interface Destination {
	url: string;
	headers: Record<string, string>;
}

/**
 * Asks the gateway, by the hash of the operation's text: the build's operations are known to it. To one that does not
 * know this one the text is sent as well.
 *
 * @throws GatewayError when nothing readable comes back
 */
export async function sendOperation<Data>(
	operation: Operation<Data, never>,
	variables: object,
	destination: Destination,
): Promise<RawAnswer<Data>> {
	const sha256Hash = hashOf(operation);
	const named = { variables, extensions: { persistedQuery: { version: 1, sha256Hash } } };
	const question = `${sha256Hash} ${JSON.stringify(variables)}`;
	const known = shared.find(question);
	if (known) return known as RawAnswer<Data>;
	const { answer, cacheControl } = await post<Data>(named, destination);
	if (answer.errors.some(({ extensions }) => extensions?.code === 'PERSISTED_QUERY_NOT_FOUND'))
		return (await post<Data>({ ...named, query: operation.text }, destination)).answer;
	if (answer.errors.length === 0) shared.keep(question, answer, cacheControl);
	return answer;
}

async function post<Data>(
	body: object,
	{ url, headers }: Destination,
): Promise<{ answer: RawAnswer<Data>; cacheControl: string | undefined }> {
	try {
		// Half the CPU of fetch, whose answers come through streams of the Web.
		const response = await ask(`${url}/graphql`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
			body: JSON.stringify(body),
			headersTimeout: timeoutMs,
			bodyTimeout: timeoutMs,
		});
		const { data = null, errors = [] } = (await response.body.json()) as Partial<RawAnswer<Data>>;
		const refused = errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');
		return {
			answer: { data, errors, unauthenticated: response.statusCode === 401 || refused },
			cacheControl: response.headers['cache-control']?.toString(),
		};
	} catch (cause) {
		throw new GatewayError('The gateway does not answer', { cause });
	}
}

const hashes = new WeakMap<object, string>();

function hashOf(operation: Operation<unknown, never>): string {
	const hash = hashes.get(operation) ?? createHash('sha256').update(operation.text).digest('hex');
	hashes.set(operation, hash);
	return hash;
}

function withData<Data>({ data, errors }: RawAnswer<Data>): Answer<Data> {
	if (data === null) {
		throw new GatewayError(`The gateway gave no data: ${errors[0]?.message ?? 'no reason said'}`);
	}
	return { data, errors };
}
