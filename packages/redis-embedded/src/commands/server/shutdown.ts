import { syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { RedisError } from '../../protocol/reply.ts';

const OPTIONS = ['NOSAVE', 'SAVE', 'NOW', 'FORCE'];

/** Everything is saved already: the options change nothing. */
export const command: Command = {
	name: 'SHUTDOWN',
	arity: -1,
	immediate: true,
	run(args, client) {
		if (client.queue) {
			client.queueBroken = true;
			throw new RedisError('ERR Command not allowed inside a transaction');
		}
		const options = args.slice(1).map((option) => option.toUpperCase());
		if (options.length === 1 && options[0] === 'ABORT') throw new RedisError('ERR No shutdown in progress.');
		const contradicting = options.includes('SAVE') && options.includes('NOSAVE');
		if (contradicting || options.some((option) => !OPTIONS.includes(option))) throw syntaxError();
		client.engine.shutDown();
		return undefined;
	},
};
