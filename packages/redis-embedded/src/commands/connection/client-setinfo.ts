import type { Command } from '../../engine/command.ts';
import { OK, RedisError } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'CLIENT SETINFO',
	arity: 4,
	run(args, client) {
		const option = args[2]!.toUpperCase();
		if (option !== 'LIB-NAME' && option !== 'LIB-VER') {
			throw new RedisError(`ERR Unrecognized option '${args[2]}'`);
		}
		if (!/^[!-~]*$/.test(args[3]!)) {
			throw new RedisError(
				`ERR ${args[2]!.toLowerCase()} cannot contain spaces, newlines or special characters.`,
			);
		}
		if (option === 'LIB-NAME') client.library = args[3]!;
		else client.libraryVersion = args[3]!;
		return OK;
	},
};
