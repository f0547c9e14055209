// `npm run bench:orders`: orders from placing to COMPLETED, in a shop started as `npm start` starts it.
import { availableParallelism, loadavg } from 'node:os';
import { runWithOptions } from '@infinite-blob/config/run-with-options';
import { backlog } from './backlog.ts';
import { openBenchShop } from './bench-shop.ts';
import { highestRate } from './highest-rate.ts';
import { compareHistories } from './history/compare-histories.ts';
import { help, type Options, readOptions } from './options.ts';
import { steadyRate } from './steady-rate.ts';

const shortHistory = 1_000;

async function run({ parts, rate, seconds, stepSeconds, ...sizes }: Options): Promise<void> {
	const load = loadavg()[0]!.toFixed(1);
	console.log(`${availableParallelism()} cores, load average ${load} before, Node ${process.version}`);
	console.log('The load generator runs on the same machine.');
	if (parts.some((part) => part !== 'history')) {
		await using bench = await openBenchShop();
		if (parts.includes('rate')) await steadyRate(bench, rate, seconds);
		if (parts.includes('highest')) await highestRate(bench, stepSeconds);
		if (parts.includes('backlog')) await backlog(bench, sizes.backlog);
	}
	if (parts.includes('history')) await compareHistories([shortHistory, sizes.history], rate, stepSeconds);
}

await runWithOptions(readOptions, help, run);
