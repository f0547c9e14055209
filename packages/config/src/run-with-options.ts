/** Runs a command with the options of the command line, or prints its help; an error is one line and exit code 1. */
export async function runWithOptions<Options>(
	readOptions: (args: string[]) => Options | undefined,
	help: string,
	run: (options: Options) => void | Promise<void>,
): Promise<void> {
	try {
		const options = readOptions(process.argv.slice(2));
		if (options) await run(options);
		else console.log(help);
	} catch (error) {
		console.error((error as Error).message);
		process.exitCode = 1;
	}
}
