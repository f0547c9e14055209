import { beforeEach, describe, expect, it, vi } from 'vitest';

const stored = new Map<string, string>();
vi.stubGlobal('sessionStorage', {
	getItem: (key: string) => stored.get(key) ?? null,
	setItem: (key: string, value: string) => stored.set(key, value),
});

/** The module as a page that was just loaded has it. */
async function load() {
	vi.resetModules();
	return import('./remembered.ts');
}

const found = { data: { products: { nodes: [{ id: 'prd_1' }, { id: 'prd_2' }] } } };
const session = (token: string) => ({
	data: { createSession: { token, expiresAt: '2026-12-27T00:00:00Z' } },
});
const placed = { data: { placeOrder: { order: { id: 'ord_1' } } } };

beforeEach(() => stored.clear());

describe('what earlier answers said', () => {
	it('fills the variables in: the first product found, the order placed, a fresh key each time', async () => {
		const { fillIn, remember } = await load();
		remember(found);
		remember(placed);
		expect(fillIn({ a: '{{productId}}', b: [{ c: '{{orderId}}' }], d: 2 })).toEqual({
			a: 'prd_1',
			b: [{ c: 'ord_1' }],
			d: 2,
		});
		const { key } = fillIn({ key: '{{key}}' });
		expect(key).toMatch(/^[0-9a-f]{32}$/);
		expect(fillIn({ key: '{{key}}' }).key).not.toBe(key);
	});

	it('leaves other braces and missing variables as they are', async () => {
		const { fillIn } = await load();
		expect(fillIn({ text: '{{whatever}}' })).toEqual({ text: '{{whatever}}' });
		expect(fillIn(undefined)).toBeUndefined();
	});

	it('names the operation to run first when an id is not known yet', async () => {
		const { fillIn } = await load();
		expect(() => fillIn({ id: '{{productId}}' })).toThrow('Run Search first');
		expect(() => fillIn({ id: '{{orderId}}' })).toThrow('Run PlaceOrder first');
	});

	it('is kept when the page is loaded again, and is not when it is forgotten', async () => {
		const { remember } = await load();
		remember(session('a.b.c'));
		remember(found);
		const again = await load();
		expect(again.remembered()).toMatchObject({ token: 'a.b.c', productId: 'prd_1' });
		again.forgetAll();
		expect((await load()).remembered()).toEqual({});
	});

	it('forgets the order with its session, and keeps the product', async () => {
		const { remember, remembered } = await load();
		remember(session('first'));
		remember(found);
		remember(placed);
		remember(session('second'));
		expect(remembered()).toMatchObject({ token: 'second', productId: 'prd_1' });
		expect(remembered().orderId).toBeUndefined();
	});

	it('forgets a refused session, but not the one that came after it', async () => {
		const { forgetSession, remember, remembered } = await load();
		remember(session('first'));
		remember(session('second'));
		forgetSession('first');
		expect(remembered().token).toBe('second');
		forgetSession('second');
		expect(remembered().token).toBeUndefined();
	});

	it('keeps what it knows when an answer holds nothing of it', async () => {
		const { remember, remembered } = await load();
		remember(found);
		for (const answer of [{}, { data: null }, { data: { products: { nodes: [] } } }]) remember(answer);
		expect(remembered().productId).toBe('prd_1');
	});

	it('tells whoever shows it', async () => {
		const { onRemembered, remember } = await load();
		const listener = vi.fn();
		const stop = onRemembered(listener);
		remember(found);
		expect(listener).toHaveBeenCalledOnce();
		stop();
		remember(placed);
		expect(listener).toHaveBeenCalledOnce();
	});
});
