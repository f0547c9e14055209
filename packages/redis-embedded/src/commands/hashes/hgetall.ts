import { reading } from '../../engine/command.ts';
import { bulkMap } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';

export const command = reading('HGETALL', 2, HashValue, (hash, _args, client) =>
	bulkMap(client, hash?.fields ?? []),
);
