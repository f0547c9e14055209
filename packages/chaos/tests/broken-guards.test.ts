import { append } from '@infinite-blob/events/append';
import { parseEnvelope } from '@infinite-blob/events/envelope';
import { listCharges } from '@infinite-blob/payment-provider/bank-ledger';
import { endOutage, startOutage } from '@infinite-blob/payment-provider/bank-outage';
import { eventually } from '@infinite-blob/testing/eventually';
import { expect, test } from 'vitest';
import { carts } from '../src/audit/carts.ts';
import { chargedOnce, chargesPerAttempt } from '../src/audit/charges.ts';
import { repeatedMails } from '../src/audit/confirmations.ts';
import { CustomersMailbox } from '../src/audit/customers-mailbox.ts';
import { downloads } from '../src/audit/downloads.ts';
import { gather } from '../src/audit/gather.ts';
import { readDownloads } from '../src/audit/read-redis.ts';
import { refundedOnce } from '../src/audit/refunds.ts';
import { audit } from '../src/audit/report.ts';
import { Ending } from '../src/ending.ts';
import { FaultShop } from '../src/fault-shop.ts';
import { FaultLog } from '../src/faults/fault-log.ts';
import { Random } from '../src/random.ts';
import { settle } from '../src/settle.ts';
import { openMall } from '../src/shoppers/mall.ts';
import type { OrderPlan } from '../src/shoppers/plan.ts';
import { shop as goShopping } from '../src/shoppers/shopper.ts';
import type { BrokenGuard } from './break-guards.ts';

const guards: BrokenGuard[] = [
	{
		file: 'workers/payment/src/handlers/charge.ts',
		guard: 'idempotencyKey: `',
		instead: 'idempotencyKey: Date.now() + `',
	},
	{
		file: 'subgraphs/cart/src/order-record.ts',
		guard: 'applied === settled ||',
		instead: '',
	},
	{
		file: 'subgraphs/products/src/product-repository.ts',
		guard: 'const counted = await redis.mget(records);',
		instead: 'const counted = records.map(() => null);',
	},
	{
		file: 'workers/email/src/sending/send-mail.ts',
		guard: 'if (before) {',
		instead: 'if (before && !before.messageId) {',
	},
];

test('guards that are taken away are missed, each by the clause that needs it', async () => {
	const random = new Random(1);
	await using shop = await FaultShop.open({
		replicas: 1,
		random,
		environment: {
			NODE_OPTIONS: `--import=${new URL('break-guards.ts', import.meta.url)}`,
			BROKEN_GUARDS: JSON.stringify(guards),
		},
	});
	const downloadsBefore = await readDownloads(shop.redis);
	using mailbox = new CustomersMailbox(shop.mailUrl);
	using ending = new Ending(60_000);
	const mall = openMall(shop, ending.signal);

	// The bank charges and is not heard, the worker dies over it, and asks again when it is back.
	await startOutage(shop.redis, { trouble: 'timeout_after' }, 60_000);
	const [product] = Object.keys(downloadsBefore);
	const shopping = goShopping(mall, 'c1', [planFor(product!)], random);
	await eventually(async () => expect(await listCharges(shop.redis)).toHaveLength(1), 30_000);
	await endOutage(shop.redis);
	shop.signal('payment', 'SIGKILL');
	await shopping;
	await settle(shop, () => mall.background.isDone, ending.signal);

	// Every event comes once more, as it may.
	for (const [, fields] of await shop.redis.xrange('orders.events', '-', '+'))
		await append(shop.redis, 'orders.events', parseEnvelope(fields[1]!));
	const deadLettersReplayed = await settle(shop, () => true, ending.signal);

	const notes = { journal: mall.journal, log: new FaultLog(), mailbox, downloadsBefore, deadLettersReplayed };
	const world = await gather(shop, { ...notes, quietSince: Date.now() }, random);
	for (const { watch } of mall.journal.asked) watch?.stop();
	const violated = audit(world).filter(({ violations }) => violations.length > 0);
	expect(violated.map(({ title }) => title)).toEqual(
		[chargesPerAttempt, chargedOnce, refundedOnce, repeatedMails, downloads, carts].map(({ title }) => title),
	);
	expect(violated[0]?.text).toMatch(/VIOLATED 1: .* attempt 1: charged 2 times/);
}, 180_000);

/** One artwork is bought, and one more put into the cart while its order is under way. */
function planFor(productId: string): OrderPlan {
	return {
		lines: [{ productId, quantity: 2 }],
		extras: [{ productId, quantity: 1 }],
		coupon: undefined,
		email: 'ada@example.com',
		method: 'pm_card_visa',
		twins: 1,
		cancelAfter: undefined,
		retries: [],
		cancelsDeclined: false,
		refund: 'never',
	};
}
