import { getContext, setContext } from 'svelte';
import { nextPaint } from '#lib/browser/next-paint.ts';
import type { Toaster } from '#lib/components/toaster.svelte.ts';
import type { CartContentsFragment, ProductCardFragment } from '#lib/graphql/operations.generated.ts';
import { browser } from '$app/env';
import type { AddedProduct, CartChange } from './cart-change.ts';
import { CartDrawerState } from './cart-drawer-state.svelte.ts';
import { type CartSummary, type CartView, isOlder, type LineView, lineKey, viewOf } from './cart-view.ts';
import { ChangeQueue, type Outcome } from './change-queue.ts';
import { OtherTabs } from './other-tabs.ts';

const key = Symbol('cart');

interface Parts {
	gatewayUrl: string;
	toaster: Toaster;
	/** Has the server start a new session in place of one that has ended. */
	renewSession: () => Promise<void>;
}

/** The one cart of all pages in this browser: changed at once, confirmed by the server, which has the last word. */
export class SharedCart {
	readonly drawer = new CartDrawerState();
	readonly #parts: Parts;
	readonly #queue: ChangeQueue;
	readonly #otherTabs = new OtherTabs((cart) => this.take(cart));
	#contents = $state.raw<CartContentsFragment | null>(null);
	#summary = $state.raw<CartSummary | null>(null);
	#pending = $state.raw<readonly CartChange[]>([]);
	#rereading = false;

	readonly #view = $derived(viewOf(this.#contents, this.#summary, this.#pending));
	/** The line that was taken out last, to bring it back. */
	removed = $state.raw<LineView | null>(null);
	/** What the cart refused, by the line's key. */
	problems = $state<Record<string, string>>({});
	/** What was added last. */
	news = $state('');

	constructor(parts: Parts) {
		this.#parts = parts;
		this.#queue = new ChangeQueue({
			send: (change) => this.#send(change),
			changed: (pending, outcome) => {
				if (outcome?.kind === 'done') this.#confirm(outcome.cart);
				this.#pending = pending;
			},
		});
	}

	/** The cart as it is to be shown. */
	get view(): CartView {
		// While rendering on the server a derived value keeps what it was first: before the page took in its cart.
		return browser ? this.#view : viewOf(this.#contents, this.#summary, this.#pending);
	}

	/** What the server said last: totals, coupon, notices. Null while unknown. */
	get confirmed(): CartContentsFragment | null {
		return this.#contents;
	}

	/** Totals are old ones: a change is under way. */
	get updating(): boolean {
		return this.#pending.length > 0;
	}

	/** Takes in what a page or another tab has read. */
	take(read: CartContentsFragment | CartSummary): void {
		if (isOlder(read, this.#summary)) return;
		const { id, totalQuantity, updatedAt } = read;
		if ('lines' in read) this.#contents = read;
		else if (this.#contents?.id !== id || isOlder(this.#contents, read)) this.#contents = null;
		this.#summary = { id, totalQuantity, updatedAt };
	}

	/** Puts a product into the cart and opens the drawer. */
	async add(product: AddedProduct, quantity: number, opener: HTMLElement | null): Promise<Outcome> {
		this.removed = null;
		this.news = '';
		this.drawer.open(opener);
		const outcome = await this.#queue.put({ kind: 'add', product, quantity });
		this.#report(product.name, outcome);
		return outcome;
	}

	/** Loads what a change needs, when one is likely: a pointer or the focus is on its button. */
	async prepare(): Promise<void> {
		// Where a finger points it presses as well: that is shown first.
		await nextPaint();
		await Promise.allSettled([import('#lib/browser/change-cart.ts'), import('./cart-drawer.svelte')]);
	}

	async setQuantity(line: LineView, quantity: number): Promise<void> {
		delete this.problems[line.key];
		this.#explain(line, await this.#queue.put({ kind: 'set', key: line.key, quantity }));
	}

	async remove(line: LineView): Promise<void> {
		delete this.problems[line.key];
		this.news = '';
		this.removed = line;
		const outcome = await this.#queue.put({ kind: 'set', key: line.key, quantity: 0 });
		if (outcome.kind !== 'done' && this.removed?.key === line.key) this.removed = null;
		// Taken out elsewhere is taken out as well.
		if (outcome.kind === 'refused' && outcome.code === 'LINE_NOT_FOUND') void this.reread();
		else this.#explain(line, outcome);
	}

	/** Brings back what was taken out last. */
	async undoRemove(): Promise<void> {
		const line = this.removed;
		if (!line?.product) return;
		this.removed = null;
		const outcome = await this.#queue.put({ kind: 'add', product: line.product, quantity: line.quantity });
		if (outcome.kind === 'refused') this.#parts.toaster.warn(outcome.message);
		else this.#explain(line, outcome);
	}

	/** What was said on the page that is left is not said on the next. */
	leavePage(): void {
		this.drawer.leave();
		this.removed = null;
		this.news = '';
		this.problems = {};
	}

	/** @param code null takes the coupon off */
	setCoupon(code: string | null): Promise<Outcome> {
		return this.#queue.put({ kind: 'coupon', code });
	}

	/** When every change has its answer. */
	idle(): Promise<void> {
		return this.#queue.idle();
	}

	/** Reads the cart anew, and again until the gateway answers. */
	async reread(): Promise<void> {
		if (this.#rereading) return;
		this.#rereading = true;
		for (let waitMs = 1000; ; waitMs = Math.min(2 * waitMs, 30_000)) {
			try {
				const shop = await import('#lib/browser/change-cart.ts');
				this.take(await shop.readCart(this.#parts.gatewayUrl));
				break;
			} catch {
				await new Promise((resolve) => setTimeout(resolve, waitMs));
			}
		}
		this.#rereading = false;
	}

	/** What goes with what is in the cart. */
	async recommendations(): Promise<ProductCardFragment[]> {
		const shop = await import('#lib/browser/change-cart.ts');
		return shop.readRecommendations(this.#parts.gatewayUrl, this.#contents?.currency ?? 'USD');
	}

	#confirm(cart: CartContentsFragment): void {
		this.#contents = cart;
		this.#summary = cart;
		this.#otherTabs.tell(cart);
	}

	async #send(change: CartChange): Promise<Outcome> {
		try {
			await nextPaint();
			const shop = await import('#lib/browser/change-cart.ts');
			const send = () => shop.changeCart(this.#parts.gatewayUrl, change, this.#lineOf(change));
			return await send().catch(async (error: unknown) => {
				if (!(error instanceof shop.SessionEnded)) throw error;
				await this.#parts.renewSession();
				return send();
			});
		} catch {
			void this.reread();
			return { kind: 'lost' };
		}
	}

	#lineOf(change: CartChange): string | undefined {
		if (change.kind !== 'set') return undefined;
		return this.#contents?.lines.find((line) => lineKey(line) === change.key)?.id;
	}

	#report(name: string, outcome: Outcome): void {
		const { drawer } = this;
		const { toaster } = this.#parts;
		if (outcome.kind === 'done') {
			this.news = `“${name}” was added to your cart.`;
			if (!drawer.wanted) toaster.say(this.news, { href: '/cart', label: 'View cart' });
			return;
		}
		if (outcome.kind === 'lost') {
			toaster.warn(`“${name}” was not added: check your connection, then press Add to cart again.`);
		} else if (drawer.shown) {
			toaster.warn(outcome.message);
			// The refusal says nothing of what is in the cart, and the drawer shows that now.
			if (this.#contents === null) void this.reread();
		}
		// A drawer that has not come yet has nothing to show.
		if (!drawer.shown) drawer.close();
	}

	#explain(line: LineView, outcome: Outcome): void {
		if (outcome.kind === 'lost') {
			this.#parts.toaster.warn('The cart was not changed: check your connection, then try again.');
		} else if (outcome.kind === 'refused' && outcome.code === 'LINE_NOT_FOUND') {
			this.#parts.toaster.warn(
				`“${line.name}” was taken out of your cart elsewhere. This is the cart as it is now.`,
			);
			void this.reread();
		} else if (outcome.kind === 'refused') {
			this.problems[line.key] = outcome.message;
		}
	}
}

export function provideCart(parts: Parts): SharedCart {
	return setContext(key, new SharedCart(parts));
}

export function useCart(): SharedCart {
	return getContext<SharedCart>(key);
}
