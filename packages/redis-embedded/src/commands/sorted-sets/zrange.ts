import { range } from './range.ts';

export const command = range('ZRANGE');
