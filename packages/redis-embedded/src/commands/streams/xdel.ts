import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import { parseId } from '../../values/stream-id.ts';

export const command: Command = {
	name: 'XDEL',
	arity: -3,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		const found = client.db.read(args[1]!, StreamValue);
		if (found === undefined) return integer(0);
		const ids = args.slice(2).map((text) => parseId(text));
		if (!ids.some((id) => found.get(id))) return integer(0);
		const stream = client.db.edit(args[1]!, StreamValue);
		return integer(ids.filter((id) => stream.delete(id)).length);
	},
};
