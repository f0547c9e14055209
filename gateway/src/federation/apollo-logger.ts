import type { Logger } from '@infinite-blob/service/logger';

/** Apollo's loggers take one text; what it tells of its own start is of no use to an operator. */
export function apolloLogger(logger: Logger) {
	return {
		debug: (message: unknown) => logger.debug(String(message)),
		info: (message: unknown) => logger.debug(String(message)),
		warn: (message: unknown) => logger.warn(String(message)),
		error: (message: unknown) => logger.error(String(message)),
	};
}
