import { setTimeout as sleep } from 'node:timers/promises';
import { processesOf } from '@infinite-blob/e2e/processes';
import { printCosts } from '../cost-table.ts';
import { type BenchShop, Meter } from './bench-shop.ts';
import { countOrders } from './order-counts.ts';
import { Shopper } from './shopper.ts';

const buyersAtOnce = 24;
const lookEveryMs = 1_000;
const tellEveryMs = 5_000;
const patienceMs = 8 * 60_000;

/**
 * Lets orders pile up while the payment worker stands still, then lets it go on and tells how fast they are done.
 */
export async function backlog(bench: BenchShop, count: number): Promise<void> {
	const { shop, redis, documents } = bench;
	const [payment] = processesOf(shop.dataDir).filter(({ command }) => command.includes('workers/payment/'));
	if (!payment) throw new Error('there is no payment worker');
	const before = (await countOrders(documents)).COMPLETED;

	console.log(`\nA backlog of ${count} orders after an outage of the payment worker`);
	process.kill(payment.pid, 'SIGSTOP');
	try {
		await pileUp(bench, count);
	} finally {
		process.kill(payment.pid, 'SIGCONT');
	}

	const meter = new Meter(shop);
	const began = performance.now();
	let told = began;
	let toldDone = 0;
	for (let done = 0; done < count; ) {
		await sleep(lookEveryMs);
		done = (await countOrders(documents)).COMPLETED - before;
		const now = performance.now();
		if (now - began > patienceMs) break;
		if (done < count && now - told < tellEveryMs) continue;
		const rate = ((done - toldDone) / (now - told)) * 1000;
		console.log(
			`  after ${seconds(now - began)}   ${String(done).padStart(6)} completed   ${rate.toFixed(0).padStart(4)} orders/s`,
		);
		[told, toldDone] = [now, done];
	}
	const took = performance.now() - began;
	const counts = await countOrders(documents);
	const done = counts.COMPLETED - before;
	const costs = meter.perOrder(done);
	const [deadLetters, charges] = await Promise.all([
		redis.xlen('orders.events.dead'),
		redis.zcard('bank:charges'),
	]);
	console.log(
		`  drained ${done} of ${count} in ${seconds(took)}: ${((done / took) * 1000).toFixed(0)} orders/s`,
	);
	console.log(
		`  orders in any other state ${Object.values(counts).reduce((sum, n) => sum + n) - counts.COMPLETED}, ` +
			`dead letters ${deadLetters}, charges ${charges} for ${counts.COMPLETED} orders`,
	);
	printCosts(costs, 'order');
}

/** Places orders as fast as they are taken, each in a session of its own. */
async function pileUp({ crowd: { market } }: BenchShop, count: number): Promise<void> {
	const began = performance.now();
	const problems: string[] = [];
	let left = count;
	await Promise.all(
		Array.from({ length: buyersAtOnce }, async () => {
			while (left > 0) {
				left--;
				const shopper = await Shopper.enter(market);
				await shopper.fillCart();
				await shopper.placeOrder();
			}
		}).map((buyer) => buyer.catch((error: Error) => problems.push(error.message))),
	);
	if (problems.length > 0) throw new Error(`orders were refused: ${problems[0]}`);
	const took = performance.now() - began;
	console.log(`  placed in ${seconds(took)}: ${((count / took) * 1000).toFixed(0)} orders/s`);
}

function seconds(ms: number): string {
	return `${(ms / 1000).toFixed(0).padStart(4)} s`;
}
