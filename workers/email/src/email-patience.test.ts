import { retryDelay } from '@infinite-blob/events/retry-delay';
import { expect, test, vi } from 'vitest';
import { emailPatience } from './email-patience.ts';

const pauses = vi.hoisted(() => [] as number[]);
vi.mock('node:timers/promises', () => ({
	setTimeout: async (ms: number) => void pauses.push(ms),
}));

const hour = 3_600_000;

test('a mail server may be away for four hours before a mail is given up, however the pauses fall', async () => {
	vi.spyOn(Math, 'random').mockReturnValue(0);
	const { signal } = new AbortController();
	for (let tries = 1; tries < emailPatience.consumer.maxTries!; tries++) await retryDelay(tries, signal);
	const shortest = pauses.reduce((sum, ms) => sum + ms, 0);
	expect(shortest).toBeGreaterThan(4 * hour);
	expect(Math.max(...pauses)).toBeLessThanOrEqual(30_000);
});

test('a mail of a dead replica is free before another takes its event over', () => {
	const { leaseMs, consumer } = emailPatience;
	expect(leaseMs).toBeLessThanOrEqual(consumer.claimIdleMs ?? 60_000);
});
