import { range } from './range.ts';

export const command = range('ZRANGEBYSCORE', { by: 'score', reverse: false });
