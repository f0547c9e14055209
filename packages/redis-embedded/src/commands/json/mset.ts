import type { Command } from '../../engine/command.ts';
import { documentAt, NEW_AT_ROOT, parseJson, placesToWrite } from '../../json/document.ts';
import { pathOf } from '../../json/path.ts';
import { OK, RedisError } from '../../protocol/reply.ts';
import { JsonValue } from '../../values/json.ts';
import { putAll, readRoot } from './set.ts';

/** Checks everything, then writes: a path means what it did before, and what is no longer there is left out. */
export const command: Command = {
	name: 'JSON.MSET',
	arity: -4,
	write: true,
	keys: [1, -1, 3],
	run(args, client) {
		if (args.length % 3 !== 1) throw new RedisError("ERR wrong number of arguments for 'json.mset' command");
		const writes: (() => unknown)[] = [];
		for (let i = 1; i < args.length; i += 3) {
			const [key, path] = [args[i]!, pathOf(args[i + 1]!)];
			const document = documentAt(client.db, key);
			if (document === undefined && !path.isRoot) throw new RedisError(NEW_AT_ROOT);
			if (path.isRoot) {
				const put = readRoot(args[i + 2]!);
				writes.push(() => put(client.db.edit(key, JsonValue)));
			} else {
				const places = placesToWrite(document!, path);
				const value = parseJson(args[i + 2]!);
				writes.push(() => putAll(client, key, document!, places, value));
			}
		}
		for (const write of writes) write();
		return OK;
	},
};
