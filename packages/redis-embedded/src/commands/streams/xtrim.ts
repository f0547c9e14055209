import { syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { integer, RedisError } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import { trim, trimOptions } from './trim.ts';

export const command: Command = {
	name: 'XTRIM',
	arity: -4,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		const options = trimOptions(args);
		if (options.at < args.length || !options.create) throw syntaxError();
		if (options.trim === undefined)
			throw new RedisError('ERR syntax error, XTRIM must be called with a trimming strategy');
		if (client.db.read(args[1]!, StreamValue) === undefined) return integer(0);
		return integer(trim(client.db.edit(args[1]!, StreamValue), options.trim));
	},
};
