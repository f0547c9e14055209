import type { Command } from '../../engine/command.ts';
import { matchesGlob } from '../../engine/glob.ts';
import { bulks } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'KEYS',
	arity: 2,
	run(args, client) {
		const pattern = args[1]!;
		const keys = [...client.db.entries.keys()].filter((key) => matchesGlob(pattern, key));
		return bulks(keys.filter((key) => client.db.find(key)));
	},
};
