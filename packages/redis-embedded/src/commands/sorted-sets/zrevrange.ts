import { range } from './range.ts';

export const command = range('ZREVRANGE', { by: 'rank', reverse: true });
