import { percentile } from '../percentile.ts';
import { type Outcome, placeAtRate } from './arrivals.ts';
import { type BenchShop, calm } from './bench-shop.ts';
import { printProblems, quantiles } from './steady-rate.ts';

const firstRate = 10;
const growth = 1.25;
const mostSteps = 14;
const boundMs = 2_000;

/** Raises the rate step by step until the slowest orders take too long, and tells the last rate that held. */
export async function highestRate({ shop, crowd }: BenchShop, seconds: number): Promise<void> {
	console.log(`\nThe highest rate that holds p99 < ${boundMs / 1000} s, ${seconds} s each`);
	let held = 0;
	for (let step = 0; step < mostSteps; step++) {
		const rate = Math.round(firstRate * growth ** step);
		const outcome = await placeAtRate(crowd, rate, seconds);
		const holds = isWithin(outcome);
		console.log(
			`  ${String(rate).padStart(4)}/s   ${quantiles(outcome.times)}   ${String(outcome.times.length).padStart(4)} orders   ${holds ? 'holds' : 'too slow'}`,
		);
		printProblems(outcome);
		if (!holds) break;
		held = rate;
		await calm(shop);
	}
	console.log(`  held: ${held} orders a second`);
}

function isWithin({ times, problems }: Outcome): boolean {
	return problems.length === 0 && percentile(times, 0.99) < boundMs;
}
