import { timeToLive } from './ttl.ts';

export const command = timeToLive('PEXPIRETIME', (at) => at);
