import { parseInteger, subcommandError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { error, integer, RedisError } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'CLIENT UNBLOCK',
	arity: -3,
	run(args, client) {
		if (args.length > 4) throw subcommandError(args);
		const how = args[3]?.toUpperCase() ?? 'TIMEOUT';
		if (how !== 'TIMEOUT' && how !== 'ERROR')
			throw new RedisError('ERR CLIENT UNBLOCK reason should be TIMEOUT or ERROR');
		const target = client.engine.clients.get(parseInteger(args[2]));
		if (target?.unblock === undefined) return integer(0);
		target.unblock(how === 'ERROR' ? error('UNBLOCKED client unblocked via CLIENT UNBLOCK') : undefined);
		return integer(1);
	},
};
