import { parseInteger, syntaxError } from '../../engine/arguments.ts';
import { type Command, writesKey } from '../../engine/command.ts';
import { OK, RedisError } from '../../protocol/reply.ts';
import { compareIds, MIN_ID, parseId, type StreamId } from '../../values/stream-id.ts';
import { streamOf } from './find-group.ts';

export const command: Command = {
	name: 'XSETID',
	arity: -3,
	...writesKey,
	run(args, client) {
		const id = parseId(args[2]!);
		let added: number | undefined;
		let maxDeleted: StreamId | undefined;
		for (let at = 3; at < args.length; at += 2) {
			const option = args[at]!.toUpperCase();
			const value = args[at + 1];
			if (option === 'ENTRIESADDED' && value !== undefined) {
				added = parseInteger(value);
				if (added < 0) throw new RedisError('ERR entries_added must be positive');
			} else if (option === 'MAXDELETEDID' && value !== undefined) {
				maxDeleted = parseId(value);
				if (compareIds(id, maxDeleted) < 0) throw smaller('ID', 'the provided max_deleted_entry_id');
			} else throw syntaxError();
		}
		const found = streamOf(client, args[1]!);
		if (compareIds(id, found.maxDeleted) < 0) throw smaller('ID', 'current max_deleted_entry_id');
		const last = found.entries.last()?.id;
		if (last && compareIds(id, last) < 0) throw smaller('ID', 'the target stream top item');
		if (added !== undefined && added < found.entries.size)
			throw smaller('entries_added', 'the target stream length');
		found.last = id;
		found.added = added ?? found.added;
		if (maxDeleted && compareIds(maxDeleted, MIN_ID) > 0) found.maxDeleted = maxDeleted;
		client.db.amend(args[1]!, true);
		return OK;
	},
};

const smaller = (what: string, than: string): RedisError =>
	new RedisError(`ERR The ${what} specified in XSETID is smaller than ${than}`);
