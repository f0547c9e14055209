import { percentile } from '../percentile.ts';
import { placeAtRate } from './arrivals.ts';
import { type BenchShop, calm } from './bench-shop.ts';
import { printProblems, quantiles } from './steady-rate.ts';

const firstRate = 10;
const growth = 1.25;
const mostSteps = 14;
const boundMs = 2_000;

/** Raises the rate step by step until the slowest orders take too long, twice over, and tells the last that held. */
export async function highestRate(bench: BenchShop, seconds: number): Promise<void> {
	console.log(`\nThe highest rate that holds p99 < ${boundMs / 1000} s, ${seconds} s each`);
	let held = 0;
	for (let step = 0; step < mostSteps; step++) {
		const rate = Math.round(firstRate * growth ** step);
		// Something else on the machine may have been in the way.
		if (!((await holds(bench, rate, seconds)) || (await holds(bench, rate, seconds)))) break;
		held = rate;
	}
	console.log(`  held: ${held} orders a second`);
}

async function holds({ shop, crowd }: BenchShop, rate: number, seconds: number): Promise<boolean> {
	const { times, problems } = await placeAtRate(crowd, rate, seconds);
	const isFast = problems.length === 0 && percentile(times, 0.99) < boundMs;
	const count = `${String(times.length).padStart(4)} orders`;
	const verdict = isFast ? 'holds' : 'too slow';
	console.log(`  ${String(rate).padStart(4)}/s   ${quantiles(times)}   ${count}   ${verdict}`);
	printProblems(problems);
	await calm(shop);
	return isFast;
}
