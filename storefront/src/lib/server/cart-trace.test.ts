import type { Cookies } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { cartTraceCookie } from './cart-trace.ts';

/** A visitor's cookies. */
function cookiesOf(kept: Map<string, string>): Cookies {
	return {
		get: (name: string) => kept.get(name),
		set: (name: string, value: string) => void kept.set(name, value),
		delete: (name: string) => void kept.delete(name),
	} as unknown as Cookies;
}

const traceOf = (kept: Map<string, string>) =>
	cartTraceCookie(cookiesOf(kept), new URL('http://shop.example/'));

describe('the trace of a cart', () => {
	it('is left when something is in it, and goes when nothing is any more', () => {
		const kept = new Map<string, string>();
		expect(traceOf(kept).exists()).toBe(false);
		traceOf(kept).note(2);
		expect(traceOf(kept).exists()).toBe(true);
		traceOf(kept).note(0);
		expect(kept.size).toBe(0);
	});

	it('sets no cookie for an empty cart', () => {
		const kept = new Map<string, string>();
		traceOf(kept).note(0);
		expect(kept.size).toBe(0);
	});
});
