import type { GraphQLFormattedError } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface Answer {
	status: number;
	// biome-ignore lint/suspicious/noExplicitAny: answers have every shape
	data: any;
	errors: GraphQLFormattedError[];
	requestId: string | null;
}

/** A consumer of the public API: GraphQL over HTTP, and over a socket for subscriptions. */
export class ApiConsumer {
	readonly #url: string;
	token: string | undefined;

	/** @param gatewayUrl where the API is, without /graphql */
	constructor(gatewayUrl: string, token?: string) {
		this.#url = `${gatewayUrl}/graphql`;
		this.token = token;
	}

	/** A consumer with a session of its own. */
	static async withSession(gatewayUrl: string): Promise<ApiConsumer> {
		const consumer = new ApiConsumer(gatewayUrl);
		const { data } = await consumer.ask('mutation { createSession { token } }');
		consumer.token = data.createSession.token;
		return consumer;
	}

	/** @param signal gives up waiting for the answer */
	async ask(query: string, variables: Record<string, unknown> = {}, signal?: AbortSignal): Promise<Answer> {
		const response = await fetch(this.#url, {
			method: 'POST',
			signal: signal ?? null,
			headers: {
				'content-type': 'application/json',
				...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
			},
			body: JSON.stringify({ query, variables }),
		});
		const { data, errors = [] } = (await response.json()) as Partial<Answer>;
		return { status: response.status, data, errors, requestId: response.headers.get('x-request-id') };
	}

	/**
	 * The data of each event until the server ends the subscription.
	 *
	 * @param signal closes the socket, which ends it too
	 */
	async *watch(
		query: string,
		variables: Record<string, unknown>,
		signal?: AbortSignal,
		// biome-ignore lint/suspicious/noExplicitAny: answers have every shape
	): AsyncGenerator<any> {
		const client = createClient({
			url: this.#url.replace('http', 'ws'),
			webSocketImpl: WebSocket,
			connectionParams: { authorization: `Bearer ${this.token}` },
			retryAttempts: 0,
		});
		signal?.addEventListener('abort', () => client.terminate(), { once: true });
		try {
			for await (const event of client.iterate({ query, variables })) {
				if (event.errors) throw new Error(event.errors.map(({ message }) => message).join('; '));
				yield event.data;
			}
		} finally {
			await client.dispose();
		}
	}
}
