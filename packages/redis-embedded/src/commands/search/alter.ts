import type { Command } from '../../engine/command.ts';
import { OK, RedisError } from '../../protocol/reply.ts';
import { extend } from '../../search/definition.ts';

export const command: Command = {
	name: 'FT.ALTER',
	arity: -5,
	write: true,
	run(args, client) {
		const { search } = client.engine;
		const index = search.indexes.get(args[1]!);
		if (!index) throw new RedisError('Unknown index name');
		const skipsScan = args[2]!.toUpperCase() === 'SKIPINITIALSCAN';
		const at = skipsScan ? 3 : 2;
		if (args[at]!.toUpperCase() !== 'SCHEMA') throw new RedisError('ALTER must be followed by SCHEMA');
		if (args[at + 1]?.toUpperCase() !== 'ADD') throw new RedisError('Unknown action passed to ALTER SCHEMA');
		if (args.length === at + 2) throw new RedisError('No fields provided');
		const kept = index.documents.names().flatMap((key) => client.db.entries.get(key) ?? []);
		search.replace(extend(index.definition, args, at + 2), skipsScan ? kept : undefined);
		return OK;
	},
};
