import { reading } from '../../engine/command.ts';
import { array, bulkOrNil } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';

export const command = reading('HMGET', -3, HashValue, (hash, args, client) =>
	array(args.slice(2).map((field) => bulkOrNil(client, hash?.fields.get(field)))),
);
