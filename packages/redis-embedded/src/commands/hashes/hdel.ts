import { type Command, freesKey } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';

export const command: Command = {
	name: 'HDEL',
	arity: -3,
	...freesKey,
	run(args, client) {
		const found = client.db.read(args[1]!, HashValue);
		const fields = new Set(args.slice(2).filter((field) => found?.fields.has(field)));
		if (fields.size === 0) return integer(0);
		const hash = client.db.edit(args[1]!, HashValue);
		for (const field of fields) hash.delete(field);
		client.db.prune(args[1]!);
		return integer(fields.size);
	},
};
