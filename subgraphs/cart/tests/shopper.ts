import type { Money } from '@infinite-blob/money/money';
import { type Answer, ask } from '@infinite-blob/testing/subgraph-client';

export interface SeenCart {
	id: string;
	lines: {
		id: string;
		product: { id: string };
		name: string;
		quantity: number;
		unitPrice: Money;
		total: Money;
	}[];
	totalQuantity: number;
	currency: string;
	subtotal: Money;
	discount: Money;
	total: Money;
	coupon: string | null;
	notices: { code: string; lineId: string | null; message: string }[];
	updatedAt: string;
}

export interface SeenPayload {
	cart: SeenCart | null;
	userErrors: { code: string; field: string[] | null; message: string }[];
}

const fields = `id totalQuantity currency coupon updatedAt
	lines { id name quantity product { id } unitPrice { amount currency } total { amount currency } }
	subtotal { amount currency } discount { amount currency } total { amount currency formatted }
	notices { code lineId message }`;

/** A session that shops. */
export class Shopper {
	readonly #url: string;
	readonly sessionId: string;

	constructor(url: string, sessionId: string) {
		this.#url = url;
		this.sessionId = sessionId;
	}

	/** The same session at another replica of the service. */
	at(url: string): Shopper {
		return new Shopper(url, this.sessionId);
	}

	ask(query: string, variables?: Record<string, unknown>): Promise<Answer> {
		return ask(this.#url, { kind: 'session', sessionId: this.sessionId }, query, variables);
	}

	async cart(): Promise<SeenCart> {
		return (await this.#data(`{ cart { ${fields} } }`)).cart;
	}

	async entity(id: string): Promise<SeenCart | null> {
		const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Cart { ${fields} } } }`;
		return (await this.#data(query, { of: [{ __typename: 'Cart', id }] }))._entities[0];
	}

	add(productId: string, quantity?: number): Promise<SeenPayload> {
		return this.#change('addToCart', { productId: 'ID!', quantity: 'Int' }, { productId, quantity });
	}

	update(lineId: string, quantity: number): Promise<SeenPayload> {
		return this.#change('updateCartLine', { lineId: 'ID!', quantity: 'Int!' }, { lineId, quantity });
	}

	remove(lineId: string): Promise<SeenPayload> {
		return this.#change('removeFromCart', { lineId: 'ID!' }, { lineId });
	}

	clear(): Promise<SeenPayload> {
		return this.#change('clearCart');
	}

	applyCoupon(code: string): Promise<SeenPayload> {
		return this.#change('applyCoupon', { code: 'String!' }, { code });
	}

	removeCoupon(): Promise<SeenPayload> {
		return this.#change('removeCoupon');
	}

	setCurrency(currency: string): Promise<SeenPayload> {
		return this.#change('setCartCurrency', { currency: 'CurrencyCode!' }, { currency });
	}

	async #change(name: string, types: Record<string, string> = {}, values: Record<string, unknown> = {}) {
		const given = Object.entries(types).filter(([key]) => values[key] !== undefined);
		const list = (entry: (key: string, type: string) => string) =>
			given.length > 0 ? `(${given.map(([key, type]) => entry(key, type)).join(', ')})` : '';
		const query = `mutation ${list((key, type) => `$${key}: ${type}`)} {
			${name}${list((key) => `${key}: $${key}`)} { cart { ${fields} } userErrors { code field message } }
		}`;
		return (await this.#data(query, values))[name] as SeenPayload;
	}

	async #data(query: string, variables?: Record<string, unknown>) {
		const { data, errors } = await this.ask(query, variables);
		if (errors.length > 0) throw new Error(JSON.stringify(errors));
		return data;
	}
}
