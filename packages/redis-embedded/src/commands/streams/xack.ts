import { type Command, freesKey } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import { parseId } from '../../values/stream-id.ts';

export const command: Command = {
	name: 'XACK',
	arity: -4,
	...freesKey,
	run(args, client) {
		const stream = client.db.read(args[1]!, StreamValue);
		const group = stream?.groups.get(args[2]!);
		if (stream === undefined || group === undefined) return integer(0);
		let count = 0;
		for (const id of args.slice(3).map((text) => parseId(text))) {
			const pending = group.pending.get(id);
			if (pending === undefined) continue;
			stream.acknowledge(group, pending);
			count++;
		}
		if (count > 0) client.db.amend(args[1]!);
		return integer(count);
	},
};
