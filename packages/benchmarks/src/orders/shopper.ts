import { randomInt, randomUUID } from 'node:crypto';
import { type Client, createClient } from 'graphql-ws';
import type { Pool } from 'undici';
import { WebSocket } from 'ws';
import { addToCart, createSession, placeOrder, watchOrder } from './operations.ts';

/** What shoppers share: the shop's address, the connections to it, and what is sold. */
export interface Market {
	gatewayUrl: string;
	pool: Pool;
	productIds: readonly string[];
}

const mostProducts = 3;
const mostOfOne = 3;

/** Somebody with a session and a socket of their own, who buys again and again. */
export class Shopper implements AsyncDisposable {
	readonly #market: Market;
	readonly #token: string;
	#socket: Client | undefined;

	private constructor(market: Market, token: string) {
		this.#market = market;
		this.#token = token;
	}

	static async enter(market: Market): Promise<Shopper> {
		const { createSession: session } = await ask<{ createSession: { token: string } }>(market, createSession);
		return new Shopper(market, session.token);
	}

	/** Puts one to three artworks, drawn at random, into the cart. */
	async fillCart(): Promise<void> {
		const { productIds } = this.#market;
		for (let left = randomInt(1, mostProducts + 1); left > 0; left--) {
			const id = productIds[randomInt(productIds.length)];
			const variables = { id, quantity: randomInt(1, mostOfOne + 1) };
			const { addToCart: added } = await this.#ask<{ addToCart: Payload }>(addToCart, variables);
			refuse(added);
		}
	}

	/** @returns the order's id, when the shop has acknowledged it */
	async placeOrder(): Promise<string> {
		const name = randomUUID().slice(0, 8);
		const input = {
			idempotencyKey: randomUUID(),
			paymentMethod: 'pm_card_visa',
			customer: { firstName: name, lastName: 'Lovelace', email: `${name}@example.com` },
		};
		const { placeOrder: placed } = await this.#ask<{
			placeOrder: Payload & { order: { id: string } | null };
		}>(placeOrder, { input });
		refuse(placed);
		return placed.order!.id;
	}

	/** Waits for COMPLETED as an order's page does. @throws when the subscription ends without it, or in time */
	completed(id: string, signal: AbortSignal): Promise<void> {
		return new Promise((resolve, reject) => {
			const end = this.#openSocket().subscribe<{ orderStatusChanged: { status: string } }>(
				{ query: watchOrder, variables: { id } },
				{
					next({ data, errors }) {
						if (errors) reject(new Error(errors.map(({ message }) => message).join('; ')));
						if (data?.orderStatusChanged.status === 'COMPLETED') resolve();
					},
					error: (cause) => reject(new Error(`watching ${id} failed`, { cause })),
					complete: () => reject(new Error(`order ${id} rests, and is not completed`)),
				},
			);
			signal.addEventListener('abort', () => {
				end();
				reject(new Error(`order ${id} was not completed in time`));
			});
		});
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.#socket?.dispose();
	}

	#openSocket(): Client {
		this.#socket ??= createClient({
			url: `${this.#market.gatewayUrl.replace('http', 'ws')}/graphql`,
			webSocketImpl: WebSocket,
			connectionParams: { authorization: `Bearer ${this.#token}` },
			lazy: false,
			retryAttempts: 0,
		});
		return this.#socket;
	}

	#ask<Data>(query: string, variables: object): Promise<Data> {
		return ask<Data>(this.#market, query, variables, this.#token);
	}
}

interface Payload {
	userErrors: { code: string }[];
}

/** @throws when the API answers with errors */
export async function ask<Data>(
	{ pool }: Pick<Market, 'pool'>,
	query: string,
	variables: object = {},
	token?: string,
): Promise<Data> {
	const response = await pool.request({
		path: '/graphql',
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
		},
		body: JSON.stringify({ query, variables }),
	});
	const { data, errors } = (await response.body.json()) as { data?: Data; errors?: { message: string }[] };
	if (!data || errors) throw new Error(errors?.map(({ message }) => message).join('; ') ?? 'no data');
	return data;
}

function refuse({ userErrors }: Payload): void {
	if (userErrors.length > 0) throw new Error(userErrors.map(({ code }) => code).join(', '));
}
