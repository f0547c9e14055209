import type { Command } from '../../engine/command.ts';
import { wrongArity } from '../../engine/command-table.ts';
import { OK, RedisError } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'FT.DROPINDEX',
	arity: -2,
	write: true,
	frees: true,
	run(args, client) {
		const { search, db } = client.engine;
		if (!search.indexes.has(args[1]!)) throw new RedisError('Unknown Index name');
		const option = args[2]?.toUpperCase();
		if (args.length > 3) throw wrongArity(command);
		if (option && option !== 'DD' && option !== '_FORCEKEEPDOCS')
			throw new RedisError(`Unknown argument \`${args[2]}\``);
		if (option === 'DD') for (const key of search.get(args[1]!).documents.names()) db.remove(key);
		search.drop(args[1]!);
		return OK;
	},
};
