import { createSessionMutation } from '#lib/graphql/session.ts';
import { type Caller, GatewayError, sendOperation } from './gateway-client.ts';

export interface SessionToken {
	token: string;
	expiresAt: string;
}

/** Where the token is kept between requests: the visitor's cookie. */
export interface TokenStore {
	read(): string | undefined;
	write(session: SessionToken): void;
	drop(): void;
}

/** One visitor's session during one request; several queries at once make or renew it once. */
export class VisitorSession implements Caller {
	readonly #store: TokenStore;
	readonly #create: () => Promise<SessionToken>;
	#token: string | undefined;
	#making: Promise<string> | undefined;

	constructor(store: TokenStore, create: () => Promise<SessionToken>) {
		this.#store = store;
		this.#create = create;
		this.#token = store.read();
	}

	token(): string | undefined {
		return this.#token;
	}

	async renew(refused: string | undefined): Promise<string> {
		if (this.#token !== undefined && this.#token !== refused) return this.#token;
		this.#making ??= this.#make().finally(() => {
			this.#making = undefined;
		});
		return this.#making;
	}

	async #make(): Promise<string> {
		if (this.#token !== undefined) this.#store.drop();
		this.#token = undefined;
		const made = await this.#create();
		this.#store.write(made);
		this.#token = made.token;
		return made.token;
	}
}

/** Starts a session at the gateway. @throws GatewayError when it cannot */
export async function createSession(url: string, headers: Record<string, string>): Promise<SessionToken> {
	const answer = await sendOperation(createSessionMutation, {}, { url, headers });
	if (!answer.data) throw new GatewayError(`No session: ${answer.errors[0]?.message ?? 'no reason said'}`);
	return answer.data.createSession;
}
