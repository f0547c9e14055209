import type { Logger } from '@infinite-blob/service/logger';
import { eventually } from '@infinite-blob/testing/eventually';
import { silentLogger } from '@infinite-blob/testing/silent-logger';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type EmailPatience, emailPatience } from '../src/email-patience.ts';
import { anOrder } from './an-order.ts';
import { type EmailShop, startEmailShop } from './email-shop.ts';
import { type FaultySmtp, type Reaction, type Said, startFaultySmtp } from './faulty-smtp.ts';

/** As in earnest, but that nobody waits long for an answer. */
const patience: EmailPatience = { ...emailPatience, mail: { handOverMs: 1_500, answerMs: 1_500 } };

let shop: EmailShop;
let smtp: FaultySmtp;
let worker: AsyncDisposable;
const logger: Logger = silentLogger.child({});
const errors = vi.spyOn(logger, 'error').mockReturnValue();
const warnings = vi.spyOn(logger, 'warn').mockReturnValue();

beforeAll(async () => {
	shop = await startEmailShop();
	smtp = await startFaultySmtp();
	worker = await shop.start(smtp.url.replace('//', '//shop:secret@'), { patience, logger });
});

beforeEach(() => {
	smtp.react = () => 'take';
	smtp.mails.length = 0;
	errors.mockClear();
	warnings.mockClear();
});

afterAll(async () => {
	await worker[Symbol.asyncDispose]();
	await smtp[Symbol.asyncDispose]();
	await shop[Symbol.asyncDispose]();
});

let count = 0;
const newOrder = (email = 'ada@example.com') =>
	anOrder({ id: `ord_${++count}`, customer: { firstName: 'Ada', lastName: 'Lovelace', email } });

/** The server reacts so, so many times, and then as a good one does. */
function failing(times: number, at: Said, reaction: Reaction): void {
	let left = times;
	smtp.react = (said) => (said === at && left-- > 0 ? reaction : 'take');
}

/** Waits for the confirmation's report and gives how often the mail was taken. */
async function confirmed(orderId: string): Promise<number> {
	await shop.seen(orderId, 'email.confirmation_sent');
	const ids = smtp.mails.map(({ messageId }) => messageId);
	return ids.filter((id) => id === `<confirmation.${orderId}@shop.example>`).length;
}

describe('a mail goes out once', () => {
	test.each<[string, Said, Reaction]>([
		['is not now willing to talk', 'EHLO', '421 4.3.2 Try again later'],
		['does not want our sender now', 'MAIL', '451 4.7.1 Greylisted'],
		['does not want the recipient now', 'RCPT', '450 4.2.1 Busy'],
		['does not want the mail now', 'CONTENT', '452 4.3.1 Disk full'],
		['breaks off at the recipient', 'RCPT', 'cut'],
		['says nothing to the sender', 'MAIL', 'silence'],
		['says nothing to the recipient', 'RCPT', 'silence'],
		['breaks off in the middle of the mail', 'BYTES', 'cut'],
		['stops reading in the middle of the mail', 'BYTES', 'silence'],
	])('although the mail server %s', async (_, at, reaction) => {
		failing(reaction === 'silence' ? 1 : 3, at, reaction);
		const order = newOrder();
		await shop.invoiced(order);
		expect(await confirmed(order.id)).toBe(1);
	});
});

describe('a mail that the server took without a word goes out once more, with the same Message-ID', () => {
	test.each<[string, Reaction]>([
		['when the connection breaks', 'cut'],
		['when the answer never comes', 'keep'],
	])('%s', async (_, reaction) => {
		failing(1, 'CONTENT', reaction);
		const order = newOrder();
		await shop.invoiced(order);
		expect(await confirmed(order.id)).toBe(2);
	});
});

describe('an order is completed without its mail when the server will never take it', () => {
	test.each<[string, Said, Reaction]>([
		['there is no such mailbox', 'RCPT', '550 5.1.1 No such mailbox'],
		['the mail is too large', 'CONTENT', '552 5.3.4 Too large'],
		['the mail looks like spam', 'CONTENT', '554 5.7.1 This looks like spam'],
	])('since %s', async (_, at, reaction) => {
		failing(1, at, reaction);
		const order = newOrder();
		await shop.invoiced(order);
		const [report] = await shop.seen(order.id, 'email.confirmation_refused');
		expect(report?.data).toEqual({ orderId: order.id, reason: reaction });
		expect(errors).not.toHaveBeenCalled();
	});
});

describe('a mail waits, and one line tells the operator, when the server refuses the shop', () => {
	test.each<[string, Said, Reaction]>([
		['its password', 'AUTH', '535 5.7.8 Bad credentials'],
		['the sender', 'MAIL', '550 5.7.1 You may not send as this sender'],
		['mail from a sender of this name', 'RCPT', '553 5.1.8 Sender address rejected'],
		['to relay', 'RCPT', '554 5.7.1 Relay access denied'],
		['who has not logged in', 'RCPT', '530 5.7.0 Authentication required'],
		['the order of commands', 'DATA', '503 5.5.1 Bad sequence'],
	])('refuses %s', async (_, at, reaction) => {
		failing(3, at, reaction);
		// Those that are kept are logged in.
		smtp.drop();
		const order = newOrder();
		await shop.invoiced(order);
		expect(await confirmed(order.id)).toBe(1);
		expect(errors.mock.calls).toEqual([
			[expect.anything(), expect.stringContaining('check SMTP_URL and MAIL_FROM')],
		]);
	});
});

test('mails to recipients whose servers say "not now" do not keep those of others back', async () => {
	smtp.react = (said, to) => (said === 'RCPT' && to.endsWith('busy.example') ? '450 4.2.1 Busy' : 'take');
	const busy = Array.from({ length: 40 }, () => newOrder('ada@busy.example'));
	for (const order of busy) await shop.invoiced(order);
	const order = newOrder();
	await shop.invoiced(order);
	expect(await confirmed(order.id)).toBe(1);
	expect(smtp.mails).toHaveLength(1);
	smtp.react = () => 'take';
	await shop.settled();
	expect(smtp.mails).toHaveLength(41);
});

test('mails wait for a mail server that is away', async () => {
	const orders = Array.from({ length: 10 }, () => newOrder());
	const { url } = smtp;
	await smtp[Symbol.asyncDispose]();
	for (const order of orders) await shop.invoiced(order);
	await eventually(() => expect(warnings.mock.calls.length).toBeGreaterThan(30));
	for (const { id } of orders) expect(await shop.redis.exists(`email:sent:${id}`)).toBe(0);
	smtp = await startFaultySmtp(() => 'take', Number(new URL(url).port));
	for (const { id } of orders) expect(await confirmed(id)).toBe(1);
});
