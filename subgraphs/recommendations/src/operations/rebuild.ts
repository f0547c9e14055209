import { hostname } from 'node:os';
import { parseArgs } from 'node:util';
import { readOperationSettings } from '@infinite-blob/config/operation-settings';
import { runWithOptions } from '@infinite-blob/config/run-with-options';
import { isAlive } from '@infinite-blob/config/running-shop';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { Transactions } from '@infinite-blob/redis/transactions';
import { takeLease } from '../rebuild/lease.ts';
import { runRebuild } from '../rebuild/run-rebuild.ts';
import { exportsOfServices } from './exports.ts';
import { ProgressLine } from './progress-line.ts';

const patienceMs = 3_000;
const expected = [
	'AlreadyRebuilding',
	'ExportFailed',
	'RedisUnreachable',
	'SettingsError',
	'Superseded',
	'Unreadable',
];

const help = `npm run recommendations:rebuild

Learns all recommendations anew from the shop's products and orders, while it runs; until it is done, they are what
they were. It takes no options.`;

/** `npm run recommendations:rebuild`: learns everything anew from history, while the shop runs. */
async function rebuild(): Promise<void> {
	const stop = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
	try {
		await using open = new AsyncDisposableStack();
		const { REDIS_URL: url } = readOperationSettings({});
		const redis = open.adopt(await connectRedis(url, 'recommendations-operations', patienceMs), disconnect);
		const transactions = open.use(new Transactions(redis));
		const holder = { host: hostname(), pid: process.pid, since: Date.now() };
		open.use(await takeLease(redis, transactions, holder, isAlive));
		using line = new ProgressLine(process.stderr, () => performance.now());
		await runRebuild(redis, transactions, exportsOfServices, stop.signal, (step, count) =>
			line.advance(step, count),
		);
	} catch (error) {
		const { name, message, stack } = error as Error;
		const isStopped = stop.signal.aborted;
		const told = expected.includes(name) ? message : (stack ?? message);
		console.error(isStopped ? 'Stopped: recommendations are what they were.' : told);
		process.exitCode = isStopped ? 130 : 1;
	}
}

const readOptions = (args: string[]) =>
	parseArgs({ args, options: { help: { type: 'boolean' } } }).values.help ? undefined : {};

await runWithOptions(readOptions, help, rebuild);
