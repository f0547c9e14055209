import { removingRange } from './zremrangebyscore.ts';

export const command = removingRange('ZREMRANGEBYLEX', 'member');
