import { removingRange } from './zremrangebyscore.ts';

export const command = removingRange('ZREMRANGEBYRANK', 'rank');
