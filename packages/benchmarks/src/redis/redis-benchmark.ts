import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { readProcess } from '../process-reading.ts';
import type { Server } from './servers.ts';

const run = promisify(execFile);
const CONNECTIONS = 50;
const KEYS = 100_000;

/** What a command did in one turn. */
export interface Turn {
	rps: number;
	p50: number;
	p99: number;
	/** The server's, each request. */
	cpuMs: number;
	residentMb: number;
}

/** Waits until redis-server rewrites its file no longer: else it would do so in the other's turn, on one of its cores. */
export async function settled({ port, json }: Server): Promise<void> {
	while (!json) {
		const { stdout } = await run('redis-cli', ['-p', String(port), 'INFO', 'persistence']);
		if (!/aof_rewrite_(in_progress|scheduled):1/.test(stdout)) return;
		await sleep(50);
	}
}

/** Lets redis-benchmark send a command from 50 connections, keys and members drawn at random. */
export async function measure(
	server: Server,
	words: readonly string[],
	pipeline: number,
	requests: number,
): Promise<Turn> {
	const before = readProcess(server.pid);
	const args = [
		'-p',
		server.port,
		'-c',
		CONNECTIONS,
		'-P',
		pipeline,
		'-n',
		requests,
		'-r',
		KEYS,
		'--csv',
		...words,
	];
	const { stdout } = await run('redis-benchmark', args.map(String));
	const after = readProcess(server.pid);
	// "test","rps","avg_latency_ms","min_latency_ms","p50_latency_ms","p95_latency_ms","p99_latency_ms","max_latency_ms"
	const line = stdout.trim().split('\n').at(-1)!;
	const [max, p99, p95, p50, min, avg, rps] = line
		.split(',')
		.toReversed()
		.map((field) => Number(field.replaceAll('"', '')));
	if (![max, p95, min, avg].every(Number.isFinite)) throw new Error(`redis-benchmark said: ${stdout}`);
	return {
		rps: rps!,
		p50: p50!,
		p99: p99!,
		cpuMs: (after.cpuMs - before.cpuMs) / requests,
		residentMb: after.residentMb,
	};
}
