import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import { parseId } from '../../values/stream-id.ts';

export const command: Command = {
	name: 'XACK',
	arity: -4,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		const ids = args.slice(3).map((text) => parseId(text, 0));
		const group = client.db.read(args[1]!, StreamValue)?.groups.get(args[2]!);
		if (group === undefined) return integer(0);
		let count = 0;
		for (const id of ids) {
			const pending = group.pending.get(id);
			if (pending === undefined) continue;
			client.db.edit(args[1]!, StreamValue).acknowledge(group, pending);
			count++;
		}
		return integer(count);
	},
};
