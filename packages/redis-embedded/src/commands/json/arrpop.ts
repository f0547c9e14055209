import { parseInteger, syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { changed, eachPlace, isArray } from '../../json/document.ts';
import { bulk, nil, toBytes } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.ARRPOP',
	arity: -2,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		if (args.length > 4) throw syntaxError();
		const index = parseInteger(args[3] ?? '-1');
		return eachPlace(client, args[1]!, args[2] ?? '.', 'array', isArray, (list, _place, document) => {
			if (list.length === 0) return nil(client);
			const at = Math.min(Math.max(index < 0 ? list.length + index : index, 0), list.length - 1);
			changed(client, args[1]!, document);
			const [popped] = list.splice(at, 1);
			return bulk(toBytes(JSON.stringify(popped)));
		});
	},
};
