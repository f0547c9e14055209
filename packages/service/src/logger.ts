import { logging } from '@infinite-blob/config/setting';
import { readSettings } from '@infinite-blob/config/settings';
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
 *
 * @throws SettingsError when either is malformed
 */
export function createLogger(name: string): Logger {
	const { LOG_LEVEL: level, LOG_FORMAT: format } = readSettings(logging);
	const options = {
		name,
		level,
		redact: { paths: secretPaths, censor: '[hidden]' },
		base: { name },
	};
	const readable = format ? format === 'pretty' : process.stdout.isTTY;
	if (!readable) return pino(options);
	return pino(options, pretty({ sync: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' }));
}
