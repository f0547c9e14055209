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

const bufferedBytes = 8 * 1024;
const flushEveryMs = 500;

/**
 * A log for what happens all the time, such as requests: it is written in blocks, twice a second at the least, where each
 * line by itself would cost as much as what it tells of. It has no secret to blot out, and none may be put into it. In a
 * terminal it is the service's own log.
 */
export function createFrequentLogger(name: string, ownLog: Logger): Logger {
	const { LOG_LEVEL: level, LOG_FORMAT: format } = readSettings(logging);
	if (isReadable(format)) return ownLog;
	const output = pino.destination({
		dest: 1,
		sync: false,
		minLength: bufferedBytes,
		periodicFlush: flushEveryMs,
	});
	process.on('exit', () => output.flushSync());
	return pino({ name, level, base: { name } }, output);
}

function isReadable(format: 'json' | 'pretty' | undefined): boolean {
	return format ? format === 'pretty' : process.stdout.isTTY;
}

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
	if (!isReadable(format)) return pino(options);
	return pino(options, pretty({ sync: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' }));
}
