import { syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import { parseTrim, trim } from './trim.ts';

export const command: Command = {
	name: 'XTRIM',
	arity: -4,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		if (!['MAXLEN', 'MINID'].includes(args[2]!.toUpperCase())) throw syntaxError();
		const limit = parseTrim(args, 2);
		if (limit.last !== args.length - 1) throw syntaxError();
		if (client.db.read(args[1]!, StreamValue) === undefined) return integer(0);
		return integer(trim(client.db.edit(args[1]!, StreamValue), limit.trim));
	},
};
