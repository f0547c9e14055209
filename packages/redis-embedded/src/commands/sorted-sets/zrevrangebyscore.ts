import { range } from './range.ts';

export const command = range('ZREVRANGEBYSCORE', { by: 'score', reverse: true });
