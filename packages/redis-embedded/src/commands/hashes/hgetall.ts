import type { Command } from '../../engine/command.ts';
import { bulk, map } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';

export const command: Command = {
	name: 'HGETALL',
	arity: 2,
	keys: [1, 1, 1],
	run(args, client) {
		const fields = client.db.read(args[1]!, HashValue)?.fields ?? new Map<string, string>();
		return map(
			client,
			[...fields].flatMap(([field, value]) => [bulk(field), bulk(value)]),
		);
	},
};
