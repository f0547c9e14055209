import { reading } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';

export const command = reading('HLEN', 2, HashValue, (hash) => integer(hash?.fields.size ?? 0));
