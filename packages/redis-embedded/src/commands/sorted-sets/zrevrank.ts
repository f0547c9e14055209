import { rankOf } from './zrank.ts';

export const command = rankOf('ZREVRANK', (rank, size) => size - 1 - rank);
