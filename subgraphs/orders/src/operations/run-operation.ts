import { parseArgs } from 'node:util';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { connectDocuments } from '@infinite-blob/redis/documents';
import { Transactions } from '@infinite-blob/redis/transactions';
import { MovingOrders } from '../moving-orders.ts';
import { OrderRepository } from '../order-repository.ts';
import { colors } from './colors.ts';
import { type Command, UsageError } from './command.ts';
import { readConfig } from './config.ts';
import { dead } from './dead.ts';
import { discard } from './discard.ts';
import { lag } from './lag.ts';
import { overdue } from './overdue.ts';
import { purchases } from './purchases.ts';
import { replay } from './replay.ts';
import { show } from './show.ts';

const commands: Record<string, Command> = { show, overdue, lag, dead, replay, discard, purchases };
const patienceMs = 3_000;

function help(only?: Command): string {
	const shown = only ? [only] : Object.values(commands);
	const width = Math.max(...shown.map(({ usage }) => usage.length));
	return [
		'Looks into the orders of a running shop.',
		'',
		...shown.map(
			({ usage, summary }) => `  npm run orders -- ${usage.padEnd(width)}  ${colors.dim(summary)}`,
		),
		'',
		'REDIS_URL names the shop; without it, it is the one that npm start runs.',
	].join('\n');
}

/** @throws UsageError, Problem, RedisUnreachable, SettingsError: each with a message of one line */
async function perform(given: string[], print: (line?: string) => void): Promise<void> {
	const [name, ...rest] = given;
	if (name === undefined || name === '--help' || name === '-h' || name === 'help') return print(help());
	const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!command) throw new UsageError(`There is no command "${name}".`);
	const { values, positionals } = parse(command, rest);
	if (values.help) return print(help(command));
	command.check?.({ values, positionals });

	const { REDIS_URL: url } = readConfig();
	await using open = new AsyncDisposableStack();
	const redis = open.adopt(await connectRedis(url, 'operations', patienceMs), disconnect);
	const documents = open.use(await connectDocuments(url, 'operations'));
	const orders = new OrderRepository(redis, open.use(new Transactions(redis)), documents);
	const moving = new MovingOrders(redis, Date.now);
	await command.run({ redis, documents, orders, moving, print, now: Date.now }, { values, positionals });
}

function parse({ usage, options }: Command, args: string[]) {
	try {
		return parseArgs({
			args,
			options: { ...options, help: { type: 'boolean', short: 'h' } },
			// A command that takes something that is not an option says so in its usage.
			allowPositionals: /^\S+ [^[]/.test(usage),
		});
	} catch (error) {
		throw new UsageError((error as Error).message);
	}
}

/**
 * Runs one command of `npm run orders`.
 *
 * @returns the exit code: 1 when it could not be done, 2 when it was called in a way it cannot be
 */
export async function runOperation(
	args: string[],
	print: (line?: string) => void,
	printProblem: (line: string) => void,
): Promise<0 | 1 | 2> {
	try {
		await perform(args, print);
		return 0;
	} catch (error) {
		const { name, message, stack } = error as Error;
		const isExpected = ['UsageError', 'Problem', 'RedisUnreachable', 'SettingsError'].includes(name);
		printProblem(colors.red(isExpected ? message : (stack ?? message)));
		if (name !== 'UsageError') return 1;
		printProblem('npm run orders -- --help says what there is.');
		return 2;
	}
}
