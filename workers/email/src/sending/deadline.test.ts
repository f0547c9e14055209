import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Deadline } from './deadline.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const patience = { handOverMs: 30_000, answerMs: 300_000 };

test('a mail that the server does not take is given up', () => {
	using deadline = new Deadline(patience);
	vi.advanceTimersByTime(29_999);
	expect(deadline.signal.aborted).toBe(false);
	vi.advanceTimersByTime(1);
	expect(deadline.signal.reason).toEqual(new Error('the mail server did not take the mail within 30 s'));
});

test('the answer to a mail that was handed over is waited for longer', () => {
	using deadline = new Deadline(patience);
	vi.advanceTimersByTime(20_000);
	deadline.handedOver();
	vi.advanceTimersByTime(299_999);
	expect(deadline.signal.aborted).toBe(false);
	vi.advanceTimersByTime(1);
	expect(deadline.signal.reason.message).toContain('did not say whether it took the mail within 300 s');
});

test('nothing is given up once the mail is done', () => {
	const deadline = new Deadline(patience);
	deadline[Symbol.dispose]();
	expect(vi.getTimerCount()).toBe(0);
});
