import { reading } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';

export const command = reading('STRLEN', 2, StringValue, (value) => integer(value?.text.length ?? 0));
