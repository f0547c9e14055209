import { beforeEach, describe, expect, it } from 'vitest';
import { CircuitBreaker } from './circuit-breaker.ts';

let now = 0;
let breaker: CircuitBreaker;
beforeEach(() => {
	now = 0;
	breaker = new CircuitBreaker(() => now);
});

function fail(times: number): void {
	for (let i = 0; i < times; i++) {
		const pass = breaker.admit();
		expect(pass).toBeDefined();
		breaker.settle(pass!, 'failure');
	}
}

describe('a circuit breaker', () => {
	it('opens at the fifth failure in a row', () => {
		fail(4);
		breaker.settle(breaker.admit()!, 'success');
		fail(4);
		expect(breaker.state).toBe('closed');
		fail(1);
		expect(breaker.state).toBe('open');
		expect(breaker.admit()).toBeUndefined();
	});

	it('lets one call through after half a second, and all once that one succeeded', () => {
		fail(5);
		now = 499;
		expect(breaker.admit()).toBeUndefined();
		now = 500;
		expect(breaker.admit()).toBe('probe');
		expect(breaker.admit()).toBeUndefined();
		breaker.settle('probe', 'success');
		expect(breaker.admit()).toBe('call');
		expect(breaker.admit()).toBe('call');
	});

	it('waits twice as long after each probe that failed, up to five seconds', () => {
		fail(5);
		for (const pause of [500, 1_000, 2_000, 4_000, 5_000, 5_000]) {
			now += pause - 1;
			expect(breaker.admit()).toBeUndefined();
			now += 1;
			fail(1);
		}
	});

	it('probes again when the caller of the probe went away', () => {
		fail(5);
		now = 500;
		breaker.settle(breaker.admit()!, 'neither');
		expect(breaker.admit()).toBe('probe');
	});

	it('hears nothing new from calls that began before it opened', () => {
		for (let i = 0; i < 20; i++) breaker.admit();
		for (let i = 0; i < 20; i++) breaker.settle('call', 'failure');
		now = 500;
		expect(breaker.admit()).toBe('probe');
		breaker.settle('call', 'failure');
		breaker.settle('call', 'success');
		expect(breaker.admit()).toBeUndefined();
		breaker.settle('probe', 'success');
		expect(breaker.state).toBe('closed');
	});
});
