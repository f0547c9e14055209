import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../random.ts';
import { insistOn, tryOnce } from './insist.ts';
import type { Mall } from './mall.ts';
import type { PlannedLine } from './plan.ts';
import { add, type Visit } from './visit.ts';

const settlePatienceMs = 45_000;

/** Puts everything into the cart in one request. @returns false when it is not known what the cart holds now */
export async function fillCart(
	{ over }: Mall,
	visit: Visit,
	lines: PlannedLine[],
	random: Random,
): Promise<boolean> {
	const fields = lines.map(
		({ productId, quantity }, index) =>
			`a${index}: addToCart(productId: "${productId}", quantity: ${quantity}) { userErrors { code } }`,
	);
	const data = await tryOnce(visit.api, `mutation { ${fields.join(' ')} }`, {}, 15_000);
	const errors = Object.values(data ?? {}).flatMap(
		(payload) => (payload as { userErrors: unknown[] }).userErrors,
	);
	if (!data || errors.length > 0) {
		visit.isLost = true;
		if (!over.aborted) await sleep(random.between(50, 400));
		return over.aborted;
	}
	for (const { productId, quantity } of lines) add(visit.cart, productId, quantity);
	return true;
}

/** Adds while an order is under way, each product once: without an answer the cart may hold it or not. */
export async function putExtras(visit: Visit, extras: PlannedLine[], random: Random): Promise<void> {
	const mutation = `mutation ($id: ID!, $quantity: Int!) {
		addToCart(productId: $id, quantity: $quantity) { userErrors { code } } }`;
	for (const { productId, quantity } of extras) {
		await sleep(random.between(0, 150));
		const data = await tryOnce(visit.api, mutation, { id: productId, quantity }, 8_000);
		const code = data?.addToCart.userErrors[0]?.code;
		if (data && !code) add(visit.cart, productId, quantity);
		else if (code !== 'CART_FULL' && code !== 'INVALID_QUANTITY') add(visit.perhaps, productId, quantity);
	}
}

export async function emptyCart({ over }: Mall, visit: Visit, random: Random): Promise<void> {
	await insistOn(visit.api, 'mutation { clearCart { userErrors { code } } }', {}, random, over);
	visit.cart.clear();
}

/** A coupon that does not hold for the cart is done without. */
export async function applyCoupon({ over }: Mall, visit: Visit, code: string, random: Random): Promise<void> {
	const mutation = 'mutation ($code: String!) { applyCoupon(code: $code) { userErrors { code } } }';
	await insistOn(visit.api, mutation, { code }, random, over);
}

export async function removeCoupon({ over }: Mall, visit: Visit, random: Random): Promise<void> {
	await insistOn(visit.api, 'mutation { removeCoupon { userErrors { code } } }', {}, random, over);
}

/** What the cart holds, by the API. */
export async function readCart(visit: Visit): Promise<Map<string, number> | undefined> {
	const query = '{ cart { lines { quantity product { id } } } }';
	const data = await tryOnce(visit.api, query, {}, 5_000);
	if (!data) return undefined;
	const lines = data.cart.lines as { quantity: number; product: { id: string } }[];
	return new Map(lines.map(({ quantity, product }) => [product.id, quantity]));
}

/** Waits until what was bought is gone from the cart, so that the next order does not buy it again. */
export async function waitForSettledCart({ over }: Mall, visit: Visit): Promise<void> {
	const deadline = Date.now() + settlePatienceMs;
	while (!over.aborted && Date.now() < deadline && visit.perhaps.size === 0) {
		const cart = await readCart(visit);
		if (cart && isSame(cart, visit.cart)) return;
		await sleep(200);
	}
	// The next order gets a session of its own; the books of this one are looked at all the same.
	visit.isLeft = true;
}

function isSame(left: Map<string, number>, right: Map<string, number>): boolean {
	return left.size === right.size && [...left].every(([id, quantity]) => right.get(id) === quantity);
}
