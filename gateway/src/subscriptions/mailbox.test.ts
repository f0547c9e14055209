import { describe, expect, it } from 'vitest';
import { Mailbox } from './mailbox.ts';

describe('a mailbox', () => {
	it('hands on what comes while its reader waits', async () => {
		const mailbox = new Mailbox<number>();
		const first = mailbox.take();
		mailbox.put(1);
		expect(await first).toEqual({ done: false, value: 1 });
	});

	it('keeps the latest for a reader that comes later', async () => {
		const mailbox = new Mailbox<number>();
		for (let value = 1; value <= 1_000; value++) mailbox.put(value);
		expect(await mailbox.take()).toEqual({ done: false, value: 1_000 });
		const next = mailbox.take();
		mailbox.put(1_001);
		expect(await next).toEqual({ done: false, value: 1_001 });
	});

	it('gives what waits before it ends', async () => {
		const mailbox = new Mailbox<number>();
		mailbox.put(1);
		mailbox.end();
		mailbox.put(2);
		expect(await mailbox.take()).toEqual({ done: false, value: 1 });
		expect(await mailbox.take()).toEqual({ done: true, value: undefined });
	});

	it('ends a reader that waits', async () => {
		const mailbox = new Mailbox<number>();
		const next = mailbox.take();
		mailbox.end();
		expect(await next).toEqual({ done: true, value: undefined });
	});
});
