import { tracing } from '@infinite-blob/config/setting';
import { readSettings } from '@infinite-blob/config/settings';
import { startTelemetry } from '@infinite-blob/telemetry/start-telemetry';
import { createLogger, type Logger } from './logger.ts';

const closeTimeoutMs = 4_500;

/**
 * The life of a service's process: start, wait for SIGTERM or SIGINT, finish what runs, end. A start that fails for
 * a reason its operator can mend (a port taken, a malformed setting, an unreachable Redis) is one line and exit code 1.
 */
export async function runService(
	name: string,
	start: (logger: Logger) => Promise<AsyncDisposable>,
): Promise<void> {
	const stopping = new Promise<string>((resolve) => {
		for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => resolve(signal));
		// Started by the launcher, which is gone: the service must not outlive it.
		process.on('disconnect', () => resolve('disconnect'));
	});
	let logger: Logger;
	let service: AsyncDisposable;
	let telemetry: AsyncDisposable;
	try {
		logger = createLogger(name);
		process.on('unhandledRejection', (error) => {
			logger.fatal({ err: error }, 'unhandled rejection');
			process.exit(1);
		});
		telemetry = await startTelemetry(name, readSettings(tracing).OTEL_EXPORTER_OTLP_ENDPOINT);
		service = await start(logger);
	} catch (error) {
		process.stderr.write(`${name}: ${startProblem(error)}\n`);
		process.exit(1);
	}
	const signal = await stopping;
	logger.info({ signal }, 'stopping');
	setTimeout(() => {
		logger.error('work in hand did not finish in time');
		process.exit(1);
	}, closeTimeoutMs).unref();
	try {
		await service[Symbol.asyncDispose]();
		await telemetry[Symbol.asyncDispose]();
	} catch (error) {
		logger.error({ err: error }, 'stopping failed');
		process.exit(1);
	}
	process.exit(0);
}

function startProblem(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const { code, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
	if (code === 'EADDRINUSE') return `Port ${port} is taken. Free it or set another one.`;
	if (code === 'EACCES' && port !== undefined)
		return `Port ${port} on ${address} may not be used by this user.`;
	if (error.name === 'SettingsError' || error.name === 'RedisUnreachable') return error.message;
	return error.stack ?? error.message;
}
