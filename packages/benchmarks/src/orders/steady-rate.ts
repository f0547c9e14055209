import { ms, printCosts } from '../cost-table.ts';
import { percentile } from '../percentile.ts';
import { placeAtRate } from './arrivals.ts';
import { type BenchShop, Meter } from './bench-shop.ts';
import { stepsOf } from './steps.ts';

/** Orders at a rate that is easily borne: how long each takes, and what it costs. */
export async function steadyRate(
	{ shop, crowd, redis }: BenchShop,
	rate: number,
	seconds: number,
): Promise<void> {
	const meter = new Meter(shop);
	const outcome = await placeAtRate(crowd, rate, seconds);
	const costs = meter.perOrder(outcome.times.length);
	console.log(
		`\nOrders arriving at random, ${rate} a second for ${seconds} s: ${outcome.times.length} completed`,
	);
	console.log(`  meant to be placed → COMPLETED at its subscriber   ${quantiles(outcome.times)}`);
	console.log(`  of which until placeOrder had answered             ${quantiles(outcome.answers)}`);
	printProblems(outcome.problems);
	for (const { title, ms } of await stepsOf(redis, outcome.ids)) {
		console.log(`  ${title.padEnd(56)} ${ms.toFixed(0).padStart(4)} ms`);
	}
	printCosts(costs, 'order');
}

export function quantiles(times: readonly number[]): string {
	const [half, most] = [percentile(times, 0.5), percentile(times, 0.99)];
	return `p50 ${ms(half).padStart(9)}   p99 ${ms(most).padStart(9)}`;
}

export function printProblems(problems: readonly string[]): void {
	for (const problem of new Set(problems)) {
		console.log(`  failed ${problems.filter((other) => other === problem).length} times: ${problem}`);
	}
}
