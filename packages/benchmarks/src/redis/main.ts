// `npm run bench:redis`: the embedded Redis beside the machine's redis-server, command by command.

import { runWithOptions } from '@infinite-blob/config/run-with-options';
import { percentile } from '../percentile.ts';
import { type Comparison, comparisons } from './commands.ts';
import { help, type Options, readOptions } from './options.ts';
import { measure, settled, type Turn } from './redis-benchmark.ts';
import { type Server, startEmbedded, startReal } from './servers.ts';

const pipelines = [1, 16];
const warmUpRequests = 20_000;

async function run(options: Options): Promise<void> {
	await using embedded = await startEmbedded();
	await using real = await startReal();
	console.log(
		`Node ${process.version}; 50 connections, 250 bytes, ${options.turns} turns of each; JSON beside plain strings`,
	);
	console.log(
		'command    pipeline  server            req/s   p50 ms   p99 ms  CPU µs    MB   of redis-server',
	);
	for (const pipeline of pipelines) {
		for (const [name, comparison] of Object.entries(comparisons)) {
			if (options.only !== undefined && !name.includes(options.only.toUpperCase())) continue;
			const [ours, theirs] = await inTurns([embedded, real], comparison, pipeline, options);
			print(name, pipeline, real, theirs!);
			print(name, pipeline, embedded, ours!, ours!.rps / theirs!.rps);
		}
	}
}

/** The median of each figure of each server, which take turns. */
async function inTurns(
	servers: readonly Server[],
	{ words, plain }: Comparison,
	pipeline: number,
	{ turns, seconds }: Options,
): Promise<Turn[]> {
	const wordsFor = (server: Server) => (server.json ? words : (plain ?? words));
	const requests: number[] = [];
	for (const server of servers) {
		const { rps } = await measure(server, wordsFor(server), pipeline, warmUpRequests);
		requests.push(Math.ceil(rps * seconds));
	}
	const taken: Turn[][] = servers.map(() => []);
	for (let turn = 0; turn < turns; turn++) {
		for (const [i, server] of servers.entries()) {
			taken[i]!.push(await measure(server, wordsFor(server), pipeline, requests[i]!));
			await settled(server);
		}
	}
	return taken.map((measured) => {
		const median = (figure: keyof Turn) =>
			percentile(
				measured.map((turn) => turn[figure]),
				0.5,
			);
		return {
			rps: median('rps'),
			p50: median('p50'),
			p99: median('p99'),
			cpuMs: median('cpuMs'),
			residentMb: median('residentMb'),
		};
	});
}

function print(name: string, pipeline: number, server: Server, turn: Turn, share?: number): void {
	const figures = [
		turn.rps.toFixed(0),
		turn.p50.toFixed(2),
		turn.p99.toFixed(2),
		(turn.cpuMs * 1000).toFixed(1),
	];
	console.log(
		`${name.padEnd(11)}${String(pipeline).padStart(8)}  ${server.name.padEnd(13)}` +
			`${figures.map((figure) => figure.padStart(9)).join('')}${turn.residentMb.toFixed(0).padStart(6)}` +
			(share === undefined ? '' : `${(share * 100).toFixed(0).padStart(8)} %`),
	);
}

await runWithOptions(readOptions, help, run);
