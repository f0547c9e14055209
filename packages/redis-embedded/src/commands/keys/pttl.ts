import { timeToLive } from './ttl.ts';

export const command = timeToLive('PTTL', (at, now) => at - now);
