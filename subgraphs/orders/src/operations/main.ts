import { runOperation } from './run-operation.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	// Whoever read has seen enough, such as head.
	if (error.code === 'EPIPE') process.exit(0);
	throw error;
});

process.exitCode = await runOperation(
	process.argv.slice(2),
	(line = '') => console.log(line),
	(line) => console.error(line),
);
