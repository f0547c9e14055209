import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';
import { noteRunningShop } from '@infinite-blob/config/running-shop';
import { append } from '@infinite-blob/events/append';
import { listDeadLetters, writeDeadLetter } from '@infinite-blob/events/dead-letters';
import { defineEvent, makeEvent } from '@infinite-blob/events/envelope';
import { eventually } from '@infinite-blob/testing/eventually';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { runOperation } from '../src/operations/run-operation.ts';
import { OrdersFixture } from './orders-fixture.ts';
import { testCheckout } from './test-order.ts';

const program = fileURLToPath(new URL('../src/operations/main.ts', import.meta.url));
const execute = promisify(execFile);
const viewer = { kind: 'session', sessionId: 'ses_1' } as const;
const stream = 'orders.events';
// Of no interest to the service that runs here.
const mailed = defineEvent(stream, 'test.mailed', z.object({}));

let shop: OrdersFixture;
beforeAll(async () => {
	shop = await OrdersFixture.start();
});
afterAll(async () => {
	await shop[Symbol.asyncDispose]();
});
beforeEach(async () => {
	vi.unstubAllEnvs();
	await shop.redis.del(`${stream}.dead`, `${stream}.dead.email`, `${stream}.dead.cart`);
});

/** Runs a command on the shop under test, unless the environment says otherwise. */
async function run(args: string[], environment: Record<string, string> = {}) {
	for (const [name, value] of Object.entries({ REDIS_URL: shop.redisUrl, ...environment })) {
		vi.stubEnv(name, value);
	}
	const lines: string[] = [];
	const problem: string[] = [];
	const print = (line = '') => void lines.push(...stripVTControlCharacters(line).split('\n'));
	const code = await runOperation(args, print, (line) => problem.push(stripVTControlCharacters(line)));
	return { code, lines, problem };
}

async function placedOrder(): Promise<{ id: string; number: string }> {
	shop.checkout = testCheckout({ cartId: `crt_${randomUUID()}` });
	const { order } = await shop.place(viewer);
	return order;
}

async function paidOrder() {
	const order = await placedOrder();
	await shop.worker.requestCharge(order.id);
	await eventually(async () => expect(await shop.announced('payment.charge_granted', order.id)).toBe(1));
	await shop.worker.succeed(order.id);
	await eventually(async () => expect(await shop.announced('order.paid', order.id)).toBe(1));
	return order;
}

/** A dead letter of the group for an event of the order. @returns the text of its event */
async function deadLetter(orderId: string, group: 'email' | 'cart'): Promise<string> {
	const event = makeEvent(mailed, orderId, {}, 'test', Date.now());
	const text = JSON.stringify(event);
	await writeDeadLetter(
		shop.redis,
		{ stream, group },
		{ id: '1-0', text },
		new Error('the mail server said no'),
	);
	return text;
}

const deadIds = async () => (await listDeadLetters(shop.redis, stream)).map(({ id }) => id);
const appended = async (text: string) =>
	(await shop.redis.xrange(stream, '-', '+')).filter(([, fields]) => fields[1] === text).length;

describe('npm run orders -- show', () => {
	it('shows an order by its number, with timeline, payment, and its events with what caused each', async () => {
		await placedOrder();
		const order = await paidOrder();
		// Names the order, but is about another.
		await append(shop.redis, stream, makeEvent(mailed, 'ord_other', {}, order.id, Date.now()));
		const { code, lines } = await run(['show', order.number]);
		const all = lines.join('\n');
		expect(code).toBe(0);
		expect(lines[0]).toBe(`${order.number}  PAID`);
		expect(all).toContain('Ada Lovelace <ada@example.com>');
		expect(all).toContain('SUCCEEDED, pm_card_visa (card ending in 4242), attempt 1');
		expect(all).toContain(`Charge        ch_${order.id}`);
		expect(all).toMatch(/PLACED +Order received\.\n.* PAID +Paid/);
		const events = lines.slice(lines.indexOf('Events') + 2);
		expect(events.map((line) => line.trim().split(/\s+/).slice(0, 5))).toEqual(
			[
				['#1', 'order.placed', expect.any(String)],
				['#2', 'payment.charge_requested', 'test'],
				['#3', 'payment.charge_granted', '#2'],
				['#4', 'payment.charge_succeeded', 'test'],
				['#5', 'order.paid', '#4'],
			].map(([number, type, cause]) => [number, expect.any(String), expect.any(String), type, cause]),
		);
	});

	it('finds an order by its ID, too, and shows its dead letters', async () => {
		const order = await placedOrder();
		await deadLetter(order.id, 'email');
		const { lines } = await run(['show', order.id]);
		expect(lines[0]).toBe(`${order.number}  PLACED`);
		expect(lines.join('\n')).toMatch(/Dead letters\nID[^\n]*\n.*email +test\.mailed.*said no/);
	});

	it('says that older events are trimmed', async () => {
		const order = await placedOrder();
		await shop.redis.xtrim(stream, 'MAXLEN', 0);
		const { lines, problem } = await run(['show', order.id]);
		expect(problem).toEqual([]);
		expect(lines.at(-1)).toBe('The older ones are no longer in the stream.');
	});

	it('says in a line that there is no such order', async () => {
		for (const name of ['IB-999999', 'ord_-not_there']) {
			expect(await run(['show', name])).toMatchObject({ code: 1, problem: [`There is no order ${name}.`] });
		}
	});
});

describe('npm run orders -- dead, replay', () => {
	it('lists dead letters, of one stream if asked', async () => {
		expect((await run(['dead'])).lines).toEqual(['There are no dead letters.']);
		await deadLetter('ord_1', 'email');
		const { lines } = await run(['dead']);
		expect(lines[0]).toMatch(/^ID +GIVEN UP +STREAM +GROUP +EVENT +SUBJECT +ERROR$/);
		const [id] = await deadIds();
		expect(lines[1]).toMatch(new RegExp(`^${id} .* orders.events +email +test.mailed +ord_1 +the mail`));
		expect((await run(['dead', '--stream', 'products.events'])).lines).toEqual([
			'There are no dead letters.',
		]);
	});

	it('replays one, and says of which there is none', async () => {
		const text = await deadLetter('ord_1', 'email');
		await deadLetter('ord_2', 'email');
		const [id, other] = await deadIds();
		const { code, lines, problem } = await run(['replay', id!, '5-0']);
		expect(lines).toEqual([`Replayed ${id}: test.mailed of ord_1, to orders.events.`]);
		expect(problem).toEqual(['There is no dead letter 5-0.']);
		expect(code).toBe(1);
		expect(await deadIds()).toEqual([other]);
		expect(await appended(text)).toBe(1);
	});

	it('replays all, the same event of two groups once', async () => {
		const text = await deadLetter('ord_1', 'email');
		await writeDeadLetter(shop.redis, { stream, group: 'cart' }, { id: '1-0', text }, new Error('no'));
		expect(await run(['replay', '--all'])).toMatchObject({
			code: 0,
			lines: ['Replayed 2 of 2 dead letters.'],
		});
		expect(await deadIds()).toEqual([]);
		expect(await appended(text)).toBe(1);
	});
});

describe('npm run orders -- discard', () => {
	it('takes away what cannot be replayed, and says what it was', async () => {
		await writeDeadLetter(shop.redis, { stream, group: 'cart' }, { id: '1-0', text: 'junk\u001b[2J' }, 'bad');
		await deadLetter('ord_1', 'email');
		const [junk, event] = await deadIds();
		expect((await run(['dead'])).lines.at(-1)).toContain('discard ID');
		const advice = `No event is in ${junk}: npm run orders -- discard ${junk} takes it away.`;
		expect(await run(['replay', junk!])).toMatchObject({ code: 1, problem: [advice] });
		expect(await run(['discard', junk!, '5-0', event!])).toEqual({
			code: 1,
			lines: [
				`Discarded ${junk}, given up by cart: no event, but "junk".`,
				`Discarded ${event}, given up by email: test.mailed of ord_1.`,
			],
			problem: ['There is no dead letter 5-0.'],
		});
		expect(await deadIds()).toEqual([]);
		expect(await run(['discard', junk!])).toMatchObject({ code: 1 });
	});

	it('is what replay --all says of those that hold no event', async () => {
		for (const text of ['junk', '{}'])
			await writeDeadLetter(shop.redis, { stream, group: 'cart' }, { id: '1-0', text }, 'bad');
		await deadLetter('ord_1', 'email');
		const [first, second] = await deadIds();
		expect(await run(['replay', '--all'])).toEqual({
			code: 1,
			lines: ['Replayed 1 of 3 dead letters.'],
			problem: [
				`No event is in ${first}, ${second}: npm run orders -- discard ${first} ${second} takes them away.`,
			],
		});
		expect(await deadIds()).toEqual([first, second]);
	});
});

describe('what an event says', () => {
	const hostile = (text: string) => `${text}\u001b]0;owned\u0007\u001b[2J\nFORGED  line\u009b31m`;
	const printed = async (...args: string[]) => {
		const env = { ...process.env, REDIS_URL: shop.redisUrl };
		return (await execute(process.execPath, [program, ...args], { env, maxBuffer: 2 ** 30 })).stdout;
	};

	it('neither fills the terminal nor controls it, listed or replayed', async () => {
		const odd = defineEvent(stream, hostile('test.odd'), z.object({}));
		const event = makeEvent(odd, hostile('ord_1').padEnd(1_000_000, 'x'), {}, 'test', Date.now());
		const entry = { id: '1-0', text: JSON.stringify(event) };
		for (const reason of ['x'.repeat(1_000_000), hostile('no')])
			await writeDeadLetter(shop.redis, { stream, group: 'email' }, entry, new Error(reason));
		await writeDeadLetter(
			shop.redis,
			{ stream, group: 'email' },
			{ id: '2-0', text: 'junk' },
			hostile('bad'),
		);
		const ids = await deadIds();
		const lines = (await printed('dead')).split('\n');
		for (const [index, id] of ids.entries()) expect(lines[index + 1]!.split(' ')[0]).toBe(id);
		for (const line of [...lines, ...(await printed('replay', ids[0]!)).trimEnd().split('\n')]) {
			expect(line.length).toBeLessThan(300);
			expect(line).not.toMatch(/\p{Cc}/u);
		}
	});

	it('controls nothing where an order is shown', async () => {
		const { id } = await placedOrder();
		const odd = defineEvent(stream, hostile('test.odd'), z.object({}));
		await append(shop.redis, stream, makeEvent(odd, id, {}, hostile('cause'), Date.now()));
		const key = `orders:order:${id}`;
		for (const field of [
			'$.timeline[0].detail',
			'$.customer.firstName',
			'$.lines[0].name',
			'$.payment.chargeId',
		])
			await shop.redis.call('JSON.SET', key, field, JSON.stringify(hostile('x')));
		const shown = await printed('show', id);
		expect(shown).toContain('test.odd');
		expect(shown.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
		expect(shown).not.toMatch(/^FORGED/m);
	});
});

describe('npm run orders -- lag', () => {
	it('shows each group, and those that are not there yet', async () => {
		await shop.redis.xgroup('CREATE', stream, 'email', '0', 'MKSTREAM').catch(() => {});
		await shop.redis.xgroup('SETID', stream, 'email', '$');
		await append(shop.redis, stream, makeEvent(mailed, 'ord_9', {}, 'test', 0));
		await append(shop.redis, stream, makeEvent(mailed, 'ord_9', {}, 'test', 0));
		await shop.redis.xreadgroup('GROUP', 'email', 'one', 'COUNT', 1, 'STREAMS', stream, '>');
		await deadLetter('ord_1', 'email');
		const { lines } = await run(['lag']);
		expect(lines[0]).toMatch(/^STREAM +GROUP +LAG +PENDING +OLDEST PENDING +CONSUMERS +DEAD LETTERS$/);
		const row = (name: string) => lines.find((line) => line.includes(name));
		expect(row('orders.events    email')).toMatch(/ 1 +1 +\d+ s +1 +1$/);
		expect(row('orders.events    invoice')).toMatch(/not there yet$/);
		expect(row('products.events  ads')).toMatch(/not there yet$/);
	});
});

describe('npm run orders -- overdue', () => {
	it('lists the orders that should have moved', async () => {
		const order = await placedOrder();
		const long = Date.now() - 3 * 60 * 60_000 - 5_000;
		await shop.redis.zadd('orders:moving', long, order.id);
		const key = `orders:order:${order.id}`;
		await shop.redis.call('JSON.SET', key, '$.updatedAt', String(long));
		const { lines } = await run(['overdue']);
		expect(lines[1]).toMatch(new RegExp(`^${order.number} +PLACED +PENDING +3 h .*${order.id}$`));
		await shop.redis.zrem('orders:moving', order.id);
		expect((await run(['overdue'])).lines).toEqual(['No order has waited for more than 5 min.']);
	});
});

describe('npm run orders', () => {
	it('says what there is', async () => {
		for (const args of [[], ['--help'], ['lag', '--help']]) {
			const { code, lines } = await run(args);
			expect(code).toBe(0);
			expect(lines.join('\n')).toContain('npm run orders -- lag [--stream NAME]');
		}
	});

	it.each([
		[['nope'], 'There is no command "nope".'],
		[['show'], 'Say which order: its number, or its ID.'],
		[['show', 'IB-1', 'IB-2'], 'Say which order: its number, or its ID.'],
		[['show', '7'], '"7" is no order: a number looks like IB-000123, an ID begins with ord_.'],
		[['dead', '--stream', 'x'], 'There is no stream "x": it is orders.events or products.events.'],
		[['replay'], 'Say which: an ID of "dead", or --all.'],
		[['replay', '1-0', '--all'], 'Give either IDs or --all.'],
		[['replay', 'x'], '"x" is no ID of a dead letter; they look like 1795428915300-0.'],
		[['discard'], 'Say which: an ID of "dead".'],
		[['discard', '*'], '"*" is no ID of a dead letter; they look like 1795428915300-0.'],
		[['lag', '--loud'], "Unknown option '--loud'"],
		[['toString'], 'There is no command "toString".'],
	])('refuses %j in a line', async (args, message) => {
		const { code, problem } = await run(args);
		expect(problem).toEqual([message, 'npm run orders -- --help says what there is.']);
		expect(code).toBe(2);
	});

	it('says in a line that Redis cannot be reached, or is no address', async () => {
		const away = await run(['lag'], { REDIS_URL: 'redis://127.0.0.1:1' });
		expect(away.problem).toEqual([
			expect.stringMatching(/^Redis at 127.0.0.1:1 cannot be reached .*REDIS_URL\.$/),
		]);
		expect(away.code).toBe(1);
		const malformed = await run(['lag'], { REDIS_URL: 'nonsense' });
		expect(malformed.problem).toEqual(['REDIS_URL must be an address like redis://host:6379.']);
	});

	it('ends as a process with the exit code of what it did, and writes no colours into a file', async () => {
		const order = await placedOrder();
		// A CI's log would be coloured by the library itself.
		const env = { ...process.env, REDIS_URL: shop.redisUrl, CI: 'true' };
		const { stdout } = await execute(process.execPath, [program, 'show', order.number], { env });
		expect(stdout.split('\n')[0]).toBe(`${order.number}  PLACED`);
		const failed = execute(process.execPath, [program, 'nope'], { env });
		await expect(failed).rejects.toMatchObject({ code: 2, stdout: '' });
	});

	it('finds the shop that runs on the data folder, wherever its Redis went', async () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'ib-operations-'));
		using _ = noteRunningShop(folder, shop.redisUrl);
		const order = await placedOrder();
		const { lines } = await run(['show', order.id], { REDIS_URL: '', DATA_DIR: folder });
		expect(lines[0]).toBe(`${order.number}  PLACED`);
	});
});
