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
		const ids = args.slice(3).map((text) => parseId(text));
		const count = ids.filter((id) => stream.acknowledge(group, id)).length;
		if (count > 0) client.db.amend(args[1]!);
		return integer(count);
	},
};
