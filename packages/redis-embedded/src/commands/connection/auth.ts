import { syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { OK, RedisError } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'AUTH',
	arity: -2,
	run(args) {
		if (args.length > 3) throw syntaxError();
		if (args.length === 3) {
			checkUser(args[1]!);
			return OK;
		}
		throw new RedisError(
			'ERR AUTH <password> called without any password configured for the default user. ' +
				'Are you sure your configuration is correct?',
		);
	},
};

/** Refuses any user but the default one, whom any password admits. */
export function checkUser(name: string): void {
	if (name !== 'default') {
		throw new RedisError('WRONGPASS invalid username-password pair or user is disabled.');
	}
}
