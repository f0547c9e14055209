import type { Command } from '../../engine/command.ts';
import { checkName } from '../../engine/identity.ts';
import { OK, RedisError } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'CLIENT SETINFO',
	arity: 4,
	run(args, client) {
		const [, , option, value] = args as [string, string, string, string];
		if (/^lib-name$/i.test(option)) client.library = checkName(value, option);
		else if (/^lib-ver$/i.test(option)) client.libraryVersion = checkName(value, option);
		else throw new RedisError(`ERR Unrecognized option '${option}'`);
		return OK;
	},
};
