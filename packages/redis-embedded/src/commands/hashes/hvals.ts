import { reading } from '../../engine/command.ts';
import { bulks } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';

export const command = reading('HVALS', 2, HashValue, (hash) => bulks(hash?.fields.values() ?? []));
