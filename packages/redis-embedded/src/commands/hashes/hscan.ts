import { syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { matchesGlob } from '../../engine/glob.ts';
import { scanOptions } from '../../engine/scan.ts';
import { array, bulk, bulks } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';

export const command: Command = {
	name: 'HSCAN',
	arity: -3,
	keys: [1, 1, 1],
	run(args, client) {
		const { pattern, rest } = scanOptions(args, 2);
		if (rest.length > 0) throw syntaxError();
		const fields = [...(client.db.read(args[1]!, HashValue)?.fields ?? [])];
		const found = fields.filter(([field]) => pattern === undefined || matchesGlob(pattern, field));
		return array([bulk('0'), bulks(found.flat())]);
	},
};
