import { int64 } from '../../engine/arguments.ts';
import { type Command, freesKey } from '../../engine/command.ts';
import { changed, changeEach } from '../../json/document.ts';
import { expand, noFormat, readFormat } from '../../json/expand.ts';
import { pathOf } from '../../json/path.ts';
import { stringify } from '../../json/text.ts';
import { isArray } from '../../json/values.ts';
import { bulk, nil, RedisError, toBytes } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.ARRPOP',
	arity: -2,
	...freesKey,
	run(args, client) {
		const formatted = args.length > 3 && args[2]!.toUpperCase() === 'FORMAT';
		const format = formatted ? readFormat(args[3], 'STRINGS') : undefined;
		if (formatted && client.protocol === 2) throw noFormat();
		const [path = '.', at] = args.slice(formatted ? 4 : 2);
		if (format && pathOf(path).legacy) {
			throw new RedisError('Legacy paths are supported only with FORMAT STRINGS');
		}
		const index = Number(int64(at ?? '') ?? -1);
		return changeEach(client, args[1]!, path, [isArray, 'not an array'], (list, _place, document) => {
			if (list.length === 0) return nil(client);
			changed(client, args[1]!, document);
			const first = Math.min(Math.max(index < 0 ? list.length + index : index, 0), list.length - 1);
			const [popped] = list.splice(first, 1);
			return format ? expand(client, popped!, format) : bulk(toBytes(stringify(popped!)));
		});
	},
};
