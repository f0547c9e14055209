import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Redis } from './connect.ts';
import { scrapeReading } from './scrape-reading.ts';

const redis = (status: string) => ({ status }) as Redis;

describe('what a scrape reads of Redis', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it('is what Redis says now', async () => {
		let count = 0;
		const read = scrapeReading(redis('ready'), async () => ++count);
		expect([await read(), await read()]).toEqual([1, 2]);
	});

	it('is nothing while Redis is away, which is asked nothing, or fails', async () => {
		const ask = vi.fn().mockRejectedValue(new Error('no'));
		expect(await scrapeReading(redis('reconnecting'), ask)()).toBeUndefined();
		expect(ask).not.toHaveBeenCalled();
		expect(await scrapeReading(redis('ready'), ask)()).toBeUndefined();
	});

	it('is nothing after a second without an answer, and no second question waits behind the first', async () => {
		const { promise, resolve } = Promise.withResolvers<number>();
		const ask = vi.fn(() => promise);
		const read = scrapeReading(redis('ready'), ask);
		for (let scrape = 0; scrape < 3; scrape++) {
			const found = read();
			await vi.advanceTimersByTimeAsync(1_000);
			expect(await found).toBeUndefined();
		}
		expect(ask).toHaveBeenCalledOnce();
		resolve(7);
		expect(await read()).toBe(7);
	});
});
