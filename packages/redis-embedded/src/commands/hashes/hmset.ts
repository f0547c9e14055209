import { OK } from '../../protocol/reply.ts';
import { hashSet } from './hset.ts';

export const command = hashSet('HMSET', () => OK);
