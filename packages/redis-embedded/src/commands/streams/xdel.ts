import { type Command, freesKey } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import { parseId } from '../../values/stream-id.ts';

export const command: Command = {
	name: 'XDEL',
	arity: -3,
	...freesKey,
	run(args, client) {
		const stream = client.db.read(args[1]!, StreamValue);
		if (stream === undefined) return integer(0);
		const ids = args.slice(2).map((text) => parseId(text));
		const count = ids.filter((id) => stream.delete(id)).length;
		if (count > 0) client.db.edit(args[1]!, StreamValue);
		return integer(count);
	},
};
