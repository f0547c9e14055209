import { type Command, freesKey } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import { parseAddOrTrim, trim } from './trim.ts';

export const command: Command = {
	name: 'XTRIM',
	arity: -4,
	...freesKey,
	run(args, client) {
		const options = parseAddOrTrim(args, false, client.engine.streamNodeEntries);
		const stream = client.db.read(args[1]!, StreamValue);
		const count = stream ? trim(stream, options.trim!) : 0;
		if (count > 0) client.db.edit(args[1]!, StreamValue);
		return integer(count);
	},
};
