import { reading } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';

export const command = reading('XLEN', 2, StreamValue, (stream) => integer(stream?.entries.size ?? 0));
