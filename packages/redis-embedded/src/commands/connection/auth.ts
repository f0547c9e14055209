import type { Command } from '../../engine/command.ts';
import { RedisError } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'AUTH',
	arity: -2,
	run() {
		throw new RedisError(
			'ERR AUTH <password> called without any password configured for the default user. ' +
				'Are you sure your configuration is correct?',
		);
	},
};
