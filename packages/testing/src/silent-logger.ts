import { createLogger, type Logger } from '@infinite-blob/service/logger';

/** A service's log that says nothing. */
export const silentLogger: Logger = createLogger('test');
silentLogger.level = 'silent';
