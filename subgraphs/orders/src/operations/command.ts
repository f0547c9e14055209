import type { parseArgs } from 'node:util';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Documents } from '@infinite-blob/redis/documents';
import type { MovingOrders } from '../moving-orders.ts';
import type { OrderRepository } from '../order-repository.ts';

/** What a command works with. */
export interface Operation {
	redis: Redis;
	documents: Documents;
	orders: OrderRepository;
	moving: MovingOrders;
	/** Writes a line of the answer. */
	print: (line?: string) => void;
	now: () => number;
}

/** The arguments of a command: those without a name, and the options. */
export interface Arguments {
	positionals: string[];
	values: Record<string, string | boolean | undefined>;
}

/** One command of `npm run orders`. */
export interface Command {
	/** How it is called. */
	usage: string;
	/** What it does, in a line. */
	summary: string;
	options?: NonNullable<Parameters<typeof parseArgs>[0]>['options'];
	/** @throws UsageError, before anything is done, for arguments that it cannot take */
	check?: (given: Arguments) => void;
	/** @throws Problem, when what was asked for cannot be done */
	run: (operation: Operation, given: Arguments) => Promise<void>;
}

/** The command was called in a way it cannot be: exit code 2. */
export class UsageError extends Error {
	override name = 'UsageError';
}

/** What was asked for is not there, or cannot be done: exit code 1. */
export class Problem extends Error {
	override name = 'Problem';
}
