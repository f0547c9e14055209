import { timeToLive } from './ttl.ts';

export const command = timeToLive('EXPIRETIME', (at) => Math.floor((at + 500) / 1000));
