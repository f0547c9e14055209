import type { CartRepository } from './cart-repository.ts';
import type { Catalogue } from './catalogue.ts';
import type { CouponRepository } from './coupon-repository.ts';
import type { Cart } from './domain/cart.ts';
import type { CartId } from './domain/cart-id.ts';
import { type PricedCart, priceCart } from './domain/priced-cart.ts';
import type { Quotes } from './domain/quote.ts';
import { noticesAfter, settle } from './domain/settle.ts';

/** A change of a cart, with what the catalogue says of its products. Answers the same cart to change nothing. */
export type CartChange = (cart: Cart, quotes: Quotes) => Cart;

interface Parts {
	carts: CartRepository;
	coupons: CouponRepository;
	catalogue: Catalogue;
	now: () => number;
}

/** Shows, changes and checks out carts: what is kept, priced by the catalogue. */
export class Carts {
	readonly #parts: Parts;

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/** The cart as it is now; while the catalogue is away, at the prices last shown. */
	async show(id: CartId, requestId: string): Promise<PricedCart> {
		const cart = await this.#parts.carts.find(id, this.#parts.now());
		return this.#price(cart, await this.#parts.catalogue.quotes(productIds(cart), requestId));
	}

	/** The cart at the prices of this moment. @throws ServiceUnavailable */
	async checkout(id: CartId, requestId: string): Promise<PricedCart> {
		const cart = await this.#parts.carts.find(id, this.#parts.now());
		return this.#price(cart, await this.#parts.catalogue.fresh(productIds(cart), requestId));
	}

	/** Changes the cart by what is known of its products. @throws CartError */
	async change(id: CartId, requestId: string, apply: CartChange): Promise<PricedCart> {
		const cart = await this.#parts.carts.find(id, this.#parts.now());
		return this.#change(id, await this.#parts.catalogue.quotes(productIds(cart), requestId), apply);
	}

	/** Changes the cart by what the catalogue says now of a product that comes in. @throws CartError, ServiceUnavailable */
	async changeWith(productId: string, id: CartId, requestId: string, apply: CartChange): Promise<PricedCart> {
		const cart = await this.#parts.carts.find(id, this.#parts.now());
		const quotes = await this.#parts.catalogue.fresh([productId, ...productIds(cart)], requestId);
		return this.#change(id, quotes, apply);
	}

	async #change(id: CartId, quotes: Quotes, apply: CartChange): Promise<PricedCart> {
		const { cart, result } = await this.#parts.carts.change(id, this.#parts.now(), async (before) => {
			const shown = await this.#price(before, quotes);
			return { cart: apply(settle(before, shown, quotes), quotes), result: shown.notices };
		});
		const after = await this.#price(cart, quotes);
		return { ...after, notices: noticesAfter(result, after) };
	}

	async #price(cart: Cart, quotes: Quotes): Promise<PricedCart> {
		const coupon = cart.coupon === null ? undefined : await this.#parts.coupons.find(cart.coupon);
		return priceCart(cart, quotes, coupon, this.#parts.now());
	}
}

function productIds(cart: Cart): string[] {
	return cart.lines.map((line) => line.productId);
}
