import { Pool } from 'undici';
import { listProducts } from './operations.ts';
import { ask, type Market, Shopper } from './shopper.ts';

const connections = 32;

/** Shoppers, each of whom buys one thing at a time: whoever is free buys next, and a new one comes when nobody is. */
export class Crowd implements AsyncDisposable {
	readonly market: Market;
	readonly #free: Shopper[] = [];
	readonly #all: Shopper[] = [];

	private constructor(market: Market) {
		this.market = market;
	}

	/** @param count how many are there from the start */
	static async gather(gatewayUrl: string, count = 0): Promise<Crowd> {
		const pool = new Pool(gatewayUrl, { connections });
		const { products } = await ask<{ products: { nodes: { id: string }[] } }>({ pool }, listProducts);
		const crowd = new Crowd({ gatewayUrl, pool, productIds: products.nodes.map(({ id }) => id) });
		const shoppers = await Promise.all(Array.from({ length: count }, () => crowd.take()));
		for (const shopper of shoppers) crowd.giveBack(shopper);
		return crowd;
	}

	async take(): Promise<Shopper> {
		const free = this.#free.pop();
		if (free) return free;
		const shopper = await Shopper.enter(this.market);
		this.#all.push(shopper);
		return shopper;
	}

	/** The shopper's order is done, so that the cart is empty again. */
	giveBack(shopper: Shopper): void {
		this.#free.push(shopper);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await Promise.all(this.#all.map((shopper) => shopper[Symbol.asyncDispose]()));
		await this.market.pool.close();
	}
}
