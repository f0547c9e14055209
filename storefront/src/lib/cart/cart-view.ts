import type { CartContentsFragment } from '#lib/graphql/operations.generated.ts';
import type { AddedProduct, CartChange } from './cart-change.ts';

/** What a page knows of the cart when it shows no more than the number. */
export interface CartSummary {
	id: string;
	totalQuantity: number;
	updatedAt: string;
}

type Line = CartContentsFragment['lines'][number];

/** A line as it is shown. Money is null until the server has said it. */
export interface LineView {
	/** The product's id, or the line's while the catalogue is away. */
	key: string;
	/** Null until the server has answered. */
	id: string | null;
	name: string;
	quantity: number;
	unitPrice: string | null;
	total: string | null;
	product: AddedProduct | null;
	/** False when it is no longer sold. */
	available: boolean;
	/** A change of it is under way: its total is the old one. */
	pending: boolean;
}

/** The cart as the shopper means it to be: what the server said last, with all changes under way on top. */
export interface CartView {
	/** Null while unknown. */
	count: number | null;
	/** Whether all lines are known, beside those that are being added. */
	known: boolean;
	lines: LineView[];
}

/** @param contents null when no more than the summary is known */
export function viewOf(
	contents: CartContentsFragment | null,
	summary: CartSummary | null,
	pending: readonly CartChange[],
): CartView {
	const lines = pending.reduce(withChange, (contents?.lines ?? []).map(lineView));
	const known = contents !== null || summary?.totalQuantity === 0;
	const shown = lines.reduce((sum, { quantity }) => sum + quantity, 0);
	const hidden = known ? 0 : (summary?.totalQuantity ?? null);
	return { known, lines, count: hidden === null && lines.length === 0 ? null : (hidden ?? 0) + shown };
}

export function lineKey(line: Line): string {
	return line.product?.id ?? line.id;
}

function lineView(line: Line): LineView {
	return {
		key: lineKey(line),
		id: line.id,
		name: line.name,
		quantity: line.quantity,
		unitPrice: line.unitPrice.formatted,
		total: line.total.formatted,
		product: line.product ? { ...line.product, name: line.name } : null,
		available: line.product?.available ?? true,
		pending: false,
	};
}

function withChange(lines: LineView[], change: CartChange): LineView[] {
	if (change.kind === 'coupon') return lines;
	if (change.kind === 'set') {
		const { key, quantity } = change;
		if (quantity === 0) return lines.filter((line) => line.key !== key);
		return lines.map((line) => (line.key === key ? { ...line, quantity, pending: true } : line));
	}
	const { product, quantity } = change;
	if (!lines.some(({ key }) => key === product.id)) return [...lines, addedLine(product, quantity)];
	return lines.map((line) =>
		line.key === product.id ? { ...line, quantity: line.quantity + quantity, pending: true } : line,
	);
}

function addedLine(product: AddedProduct, quantity: number): LineView {
	const unitPrice = product.price?.formatted ?? null;
	const { id: key, name } = product;
	return { key, id: null, name, quantity, unitPrice, total: null, product, available: true, pending: true };
}

/** Whether another cart that was read tells nothing newer than this one: answers may come late. */
export function isOlder(
	read: { id: string; updatedAt: string },
	known: { id: string; updatedAt: string } | null,
): boolean {
	return known !== null && known.id === read.id && Date.parse(read.updatedAt) < Date.parse(known.updatedAt);
}
