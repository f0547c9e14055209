import { eventually } from '@infinite-blob/testing/eventually';
import { KillableProcess } from '@infinite-blob/testing/killable-process';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EmailPatience, emailPatience } from '../src/email-patience.ts';
import { anOrder } from './an-order.ts';
import { type EmailShop, startEmailShop } from './email-shop.ts';
import { type FaultySmtp, type Said, startFaultySmtp } from './faulty-smtp.ts';

let shop: EmailShop;
let smtp: FaultySmtp;

beforeAll(async () => {
	shop = await startEmailShop();
	smtp = await startFaultySmtp();
});

beforeEach(() => {
	smtp.react = () => 'take';
	smtp.mails.length = 0;
});

afterAll(async () => {
	await smtp[Symbol.asyncDispose]();
	await shop[Symbol.asyncDispose]();
});

const taken = () => smtp.mails.map(({ messageId }) => messageId);

describe('two replicas that hold the same event', () => {
	/** Takes over at once what another replica has in hand, as if that had stalled. */
	const hasty: EmailPatience = {
		...emailPatience,
		consumer: { ...emailPatience.consumer, claimEveryMs: 50, claimIdleMs: 1 },
	};

	test('send one mail', async () => {
		const handed: (() => void)[] = [];
		let tries = 0;
		smtp.react = (said) => {
			if (said === 'MAIL') tries++;
			return 'take';
		};
		smtp.pause = () => new Promise((resolve) => handed.push(resolve));
		await using _a = await shop.start(smtp.url, { replica: 'a', patience: hasty });
		await using _b = await shop.start(smtp.url, { replica: 'b', patience: hasty });
		await shop.invoiced(anOrder({ id: 'ord_both' }));
		await eventually(() => expect(handed).toHaveLength(1));
		// Long enough for the other replica to take the event over and to try.
		await eventually(async () => {
			const [[, , , deliveries]] = (await shop.redis.xpending('orders.events', 'email', '-', '+', 1)) as [
				[string, string, number, number],
			];
			expect(deliveries).toBeGreaterThan(2);
		});
		delete smtp.pause;
		handed[0]?.();
		await shop.seen('ord_both', 'email.confirmation_sent');
		await shop.settled();
		expect(taken()).toEqual(['<confirmation.ord_both@shop.example>']);
		expect(tries).toBe(1);
	});

	test('wait for the lease of one that died', async () => {
		await shop.redis.set('email:sending:ord_left', 'email-dead', 'PX', 1_000);
		const holders: (string | null)[] = [];
		smtp.pause = async () => void holders.push(await shop.redis.get('email:sending:ord_left'));
		await using _a = await shop.start(smtp.url, { replica: 'a' });
		await shop.invoiced(anOrder({ id: 'ord_left' }));
		await shop.seen('ord_left', 'email.confirmation_sent');
		delete smtp.pause;
		expect(holders).toEqual(['email-a']);
		await shop.settled();
		expect(await shop.redis.keys('email:sending:*')).toEqual([]);
		expect(taken()).toEqual(['<confirmation.ord_left@shop.example>']);
	});

	test('share the mails of a hundred orders', async () => {
		await using _a = await shop.start(smtp.url, { replica: 'a', patience: hasty });
		await using _b = await shop.start(smtp.url, { replica: 'b', patience: hasty });
		for (let i = 0; i < 100; i++) await shop.invoiced(anOrder({ id: `ord_shared_${i}` }));
		await shop.settled();
		expect(taken()).toHaveLength(100);
		expect(new Set(taken()).size).toBe(100);
	});
});

describe('a worker that is killed', () => {
	function startProcess(): KillableProcess {
		const settings = { ...shop.environment(smtp.url), LOG_LEVEL: 'silent' };
		const worker = new KillableProcess(new URL('../src/main.ts', import.meta.url), settings);
		worker.start();
		return worker;
	}

	/** Kills the worker at the first time that the server hears this, starts it again, and waits for the report. */
	async function killedAt(moment: Said, orderId: string): Promise<void> {
		await using worker = startProcess();
		const reached = new Promise<void>((resolve) => {
			smtp.react = (said) => {
				if (said !== moment) return 'take';
				resolve();
				return moment === 'CONTENT' ? 'keep' : 'silence';
			};
		});
		await shop.invoiced(anOrder({ id: orderId }));
		await reached;
		await worker.kill();
		smtp.react = () => 'take';
		worker.start();
		await shop.seen(orderId, 'email.confirmation_sent');
	}

	test('before the server took the mail sends it once', async () => {
		await killedAt('BYTES', 'ord_before');
		expect(taken()).toEqual(['<confirmation.ord_before@shop.example>']);
	});

	test('between the acceptance and its record sends it once more, with the same Message-ID', async () => {
		await killedAt('CONTENT', 'ord_between');
		const messageId = '<confirmation.ord_between@shop.example>';
		expect(taken()).toEqual([messageId, messageId]);
	});

	test('after the record sends nothing more', async () => {
		await using worker = startProcess();
		await shop.invoiced(anOrder({ id: 'ord_after' }));
		await shop.seen('ord_after', 'email.confirmation_sent');
		await worker.kill();
		worker.start();
		await shop.settled();
		expect(taken()).toEqual(['<confirmation.ord_after@shop.example>']);
	});
});

test('a mail that the server stalls at does not keep others back', async () => {
	smtp.react = (said, to) => (said === 'BYTES' && to.startsWith('stall') ? 'silence' : 'take');
	// As patient as in earnest, so that the stalled mail holds its connection to the end.
	await using _worker = await shop.start(smtp.url);
	const customer = { firstName: 'Ada', lastName: 'Lovelace', email: 'stall@example.com' };
	await shop.invoiced(anOrder({ id: 'ord_stalled', customer }));
	for (let i = 0; i < 20; i++) await shop.invoiced(anOrder({ id: `ord_other_${i}` }));
	for (let i = 0; i < 20; i++) await shop.seen(`ord_other_${i}`, 'email.confirmation_sent');
	expect(await shop.redis.exists('email:sent:ord_stalled')).toBe(0);
	smtp.react = () => 'take';
	smtp.drop();
	await shop.settled();
	expect(taken()).toHaveLength(21);
});
