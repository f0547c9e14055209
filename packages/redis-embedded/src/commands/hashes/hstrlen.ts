import { reading } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';

export const command = reading('HSTRLEN', 3, HashValue, (hash, args) =>
	integer(hash?.fields.get(args[2]!)?.length ?? 0),
);
