import { reading } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';

export const command = reading('ZCARD', 2, SortedSetValue, (value) => integer(value?.scores.size ?? 0));
