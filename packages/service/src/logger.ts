import { loadEnvironment } from '@infinite-blob/config/settings';
import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

export type { Logger } from 'pino';

/** Where a secret could slip into a log line: these paths are blotted out. */
const secretPaths = ['authorization', 'cookie', 'token', 'secret', 'password'].flatMap((name) => [
	name,
	`*.${name}`,
	`*.headers.${name}`,
]);

/**
 * A service's log: JSON lines for machines, readable lines in a terminal or with LOG_FORMAT=pretty.
 * LOG_LEVEL sets the least level shown (info).
 */
export function createLogger(name: string): Logger {
	const environment = loadEnvironment();
	const options = {
		name,
		level: environment.LOG_LEVEL || 'info',
		redact: { paths: secretPaths, censor: '[hidden]' },
		base: { name },
	};
	const readable = environment.LOG_FORMAT ? environment.LOG_FORMAT === 'pretty' : process.stdout.isTTY;
	if (!readable) return pino(options);
	return pino(options, pretty({ sync: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' }));
}
